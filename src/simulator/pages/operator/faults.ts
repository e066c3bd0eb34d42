import type { PendingFault } from '../../wire/faults.ts';
import { byId } from '../shared/by-id.ts';
import { drawList } from './list.ts';
import { make, makeOption } from './make.ts';
import { OPERATION_NAMES } from './operations.ts';
import { act, onOverview } from './overview.ts';
import { texts } from './words.ts';

const operation = byId('fault-operation') as HTMLSelectElement;
const kind = byId('fault-kind') as HTMLSelectElement;
const value = byId('fault-value') as HTMLInputElement;
const moment = byId('fault-moment') as HTMLSelectElement;
const count = byId('fault-count') as HTMLInputElement;

/** The answers that are to be spoiled: one more, and those still to come. */
export function startFaults(): void {
  operation.replaceChildren(makeOption('*', texts.any), ...OPERATION_NAMES.map((name) => makeOption(name, name)));
  kind.replaceChildren(...Object.entries(texts.faultKinds).map(([name, word]) => makeOption(name, word)));
  kind.addEventListener('change', kindChosen);
  kindChosen();
  byId('fault-form').addEventListener('submit', (event) => {
    event.preventDefault();
    inject();
  });
  byId('clear').addEventListener('click', () => act('DELETE', 'api/faults'));
  onOverview(({ faults }) => {
    const items = faults.map((fault, index) => ({ ...fault, index }));
    drawList('pending', { items, keyOf: ({ index }) => String(index), draw: pending, emptyWord: texts.noPending });
    byId('clear').hidden = faults.length === 0;
  });
}

/** Kinds that want a number, with a usual one. */
function usualValue(): string | undefined {
  return { delay: '5000', drip: '50', result: '90' }[kind.value];
}

function kindChosen(): void {
  const usual = usualValue();
  byId('fault-value-field').hidden = usual === undefined;
  byId('fault-value-label').textContent = kind.value === 'result' ? texts.code : texts.milliseconds;
  value.value = usual ?? '';
  moment.replaceChildren(makeOption('before', momentWord(kind.value, 'before')), makeOption('after', texts.after));
}

/** A delay and a drip process at their end what they do not process first. */
function momentWord(name: string, of: string): string {
  if (of === 'after') return texts.after;
  return name === 'delay' || name === 'drip' ? texts.atEnd : texts.before;
}

function inject(): void {
  const number = usualValue() === undefined ? '' : `:${value.value.trim()}`;
  const body = { operation: operation.value, kind: `${kind.value}${number}:${moment.value}`, count: Number(count.value) };
  act('POST', 'api/faults', body);
}

function pending(fault: PendingFault): HTMLElement {
  const [name = '', ...rest] = fault.kind.split(':');
  const words = [texts.faultKinds[name] ?? name, ...rest.slice(0, -1)].join(' ');
  const when = momentWord(name, rest.at(-1) ?? '');
  const about = `${fault.operation === '*' ? texts.any : fault.operation} · ${texts.moment} ${when}`;
  return make('li', 'row customer', make('b', 'name', words, make('span', 'sum', `${fault.count} ×`)), make('small', '', about));
}
