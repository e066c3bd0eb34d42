import type { Message, MessageSummary } from '../../http/answers.ts';
import { byId } from '../shared/by-id.ts';
import { documentOf } from './document-of.ts';
import { time } from './format.ts';
import { drawList } from './list.ts';
import { make, makeButton, makeOption } from './make.ts';
import { OPERATION_NAMES } from './operations.ts';
import { get, onOverview } from './overview.ts';
import { texts } from './words.ts';

const MAX_KEPT = 500;
const MAX_SHOWN = 200;
const READS = 'getPaymentStatus';
const WITHOUT_READS = '-';
const find = byId('find') as HTMLInputElement;
const which = byId('which') as HTMLSelectElement;
const problems = byId('problems') as HTMLInputElement;
const detail = byId('detail');
/** Oldest first. */
let kept: readonly MessageSummary[] = [];
let chosen: number | null = null;
let names: ReadonlyMap<string, string> = new Map();

/** Every exchange, with a filter; one that is chosen shows both documents. Passwords are masked before they come here. */
export function startMessages(): void {
  find.placeholder = texts.find;
  find.setAttribute('aria-label', texts.find);
  which.setAttribute('aria-label', texts.whichOperation);
  which.append(makeOption('', texts.allOperations), makeOption(WITHOUT_READS, texts.withoutReads));
  which.append(...OPERATION_NAMES.map((name) => makeOption(name, name)));
  byId('filter').addEventListener('submit', (event) => event.preventDefault());
  for (const field of [find, which, problems]) field.addEventListener('input', draw);
  onOverview(({ messages, lastMessage, terminals }) => {
    names = new Map(terminals.map(({ terminalId, name }) => [terminalId, name]));
    const known = kept.at(-1)?.number ?? 0;
    // A number that went back: the simulator was started afresh.
    kept = [...(lastMessage < known ? [] : kept), ...messages].slice(-MAX_KEPT);
    draw();
  });
}

function isProblem({ resultCode, httpStatus, fault }: MessageSummary): boolean {
  return fault !== null || httpStatus !== 200 || (resultCode !== null && resultCode !== 0);
}

function fits(message: MessageSummary): boolean {
  if (problems.checked && !isProblem(message)) return false;
  if (which.value === WITHOUT_READS ? message.operation === READS : which.value !== '' && message.operation !== which.value) return false;
  const text = [message.operation, message.caller, nameOf(message), message.reference, message.resultCode, message.fault]
    .join(' ')
    .toLowerCase();
  return text.includes(find.value.trim().toLowerCase());
}

/** A till by its name, as long as it is registered. */
function nameOf({ caller }: MessageSummary): string | null {
  return caller === null ? null : (names.get(caller) ?? caller);
}

function outcome({ resultCode, httpStatus }: MessageSummary): HTMLElement {
  if (httpStatus === null) return make('span', 'badge failed', texts.cut);
  if (resultCode !== null && httpStatus === 200) return make('span', `badge ${resultCode === 0 ? 'told' : 'paid'}`, String(resultCode));
  return make('span', 'badge failed', `HTTP ${httpStatus}`);
}

function row(message: MessageSummary): HTMLElement {
  const { number, operation, reference, fault, processed } = message;
  const name = make('b', 'name', operation ?? texts.notUnderstood);
  if (fault !== null) name.append(make('span', 'by', processed ? fault : `${fault} · ${texts.notProcessed}`));
  const about = [time(message.at), nameOf(message), reference].filter((part) => part !== null).join(' · ');
  const open = makeButton('', 'open', () => void show(number));
  open.append(make('span', 'what', name, make('small', '', about)), outcome(message));
  open.setAttribute('aria-expanded', String(number === chosen));
  return make('li', number === chosen ? 'row chosen' : 'row', open);
}

function draw(): void {
  const fitting = kept.filter(fits).slice(-MAX_SHOWN).reverse();
  // What is chosen is part of what a row is drawn from.
  const items = fitting.map((message) => ({ ...message, chosen: message.number === chosen }));
  drawList('messages', { items, keyOf: ({ number }) => String(number), draw: row, emptyWord: texts.noMessages });
}

async function show(number: number): Promise<void> {
  chosen = chosen === number ? null : number;
  draw();
  detail.hidden = chosen === null;
  document.body.toggleAttribute('data-detail', chosen !== null);
  if (chosen === null) return;
  try {
    const message = (await get(`api/message?number=${number}`)) as Message;
    if (chosen === number) drawDetail(message);
  } catch {
    detail.replaceChildren(make('p', 'hint', texts.gone));
  }
}

function drawDetail(message: Message): void {
  const close = makeButton(texts.close, 'small', () => void show(message.number));
  const title = make('h3', '', make('span', '', message.operation ?? texts.notUnderstood), close);
  const answer = message.response === null ? make('p', 'hint', texts.noAnswer) : documentOf(message.response);
  detail.replaceChildren(title, make('h4', '', texts.asked), documentOf(message.request), make('h4', '', texts.answered), answer);
  detail.scrollTop = 0;
}
