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
const late = byId('fault-late') as HTMLInputElement;
const count = byId('fault-count') as HTMLInputElement;

/** The answers that are to be spoiled: one more, and those still to come. */
export function startFaults(): void {
  operation.replaceChildren(makeOption('*', texts.any), ...OPERATION_NAMES.map((name) => makeOption(name, name)));
  kind.replaceChildren(...Object.entries(texts.faultKinds).map(([name, word]) => makeOption(name, word)));
  kind.addEventListener('change', kindChosen);
  moment.addEventListener('change', momentChosen);
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
  const moments = [makeOption('before', momentWord(kind.value, 'before')), makeOption('after', texts.after)];
  moment.replaceChildren(...moments, ...(holdsBack(kind.value) ? [] : [makeOption('late', texts.late)]));
  momentChosen();
}

function momentChosen(): void {
  byId('fault-late-field').hidden = moment.value !== 'late';
}

/** Kinds that only hold the answer back: what is processed later has another way to be late. */
function holdsBack(name: string): boolean {
  return name === 'delay' || name === 'drip';
}

/** A delay and a drip process at their end what they do not process first. */
function momentWord(name: string, of: string): string {
  if (of === 'after') return texts.after;
  return holdsBack(name) ? texts.atEnd : texts.before;
}

function inject(): void {
  const number = usualValue() === undefined ? '' : `:${value.value.trim()}`;
  const when = moment.value === 'late' ? `late:${late.value.trim()}` : moment.value;
  const body = { operation: operation.value, kind: `${kind.value}${number}:${when}`, count: Number(count.value) };
  act('POST', 'api/faults', body);
}

function pending(fault: PendingFault): HTMLElement {
  const [, spoils = '', lateMs] = /^(.*?)(?::late:(\d+))?$/.exec(fault.kind) ?? [];
  const [name = '', ...rest] = spoils.split(':');
  const numbers = lateMs === undefined ? rest.slice(0, -1) : rest;
  const words = [texts.faultKinds[name] ?? name, ...numbers].join(' ');
  const when = lateMs === undefined ? momentWord(name, rest.at(-1) ?? '') : texts.lateBy.replace('{ms}', lateMs);
  const about = `${fault.operation === '*' ? texts.any : fault.operation} · ${texts.moment} ${when}`;
  return make('li', 'row customer', make('b', 'name', words, make('span', 'sum', `${fault.count} ×`)), make('small', '', about));
}
