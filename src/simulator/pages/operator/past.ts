import type { CopyView, OverviewAnswer } from '../../http/answers.ts';
import type { TerminalRow } from '../../world/overview.ts';
import { byId } from '../shared/by-id.ts';
import { choice } from './fields.ts';
import { amount, time } from './format.ts';
import { drawList } from './list.ts';
import { make, makeButton, makeOption } from './make.ts';
import { act, onOverview } from './overview.ts';
import { texts } from './words.ts';

const LOST_CODES = ['20', '21', '29', '33', '37'];
const HOUR_MS = 3_600_000;
const SHIFTS = [
  ['−24 h', -24 * HOUR_MS],
  ['−1 h', -HOUR_MS],
  ['+1 h', HOUR_MS],
  ['+24 h', 24 * HOUR_MS],
] as const;

const which = byId('past-invoice') as HTMLSelectElement;
const copyName = byId('copy-name') as HTMLInputElement;

/** What contradicts what the service has said: older states, falling versions, payments taken back, lost tills, another time. */
export function startPast(): void {
  byId('copy-form').addEventListener('submit', (event) => {
    event.preventDefault();
    act('POST', 'api/copies', { name: copyName.value.trim() });
  });
  byId('lower').addEventListener('click', () => act('POST', 'api/versions', { lowerBy: 1, ...chosen() }));
  byId('take-back').addEventListener('click', () => act('POST', 'api/take-back', chosen()));
  byId('shifts').append(...SHIFTS.map(([word, shiftToldMs]) => makeButton(word, 'small', () => act('POST', 'api/clock', { shiftToldMs }))));
  onOverview((overview) => {
    drawInvoices(overview);
    const { copies, terminals } = overview;
    drawList('copies', { items: copies, keyOf: ({ name }) => name, draw: copy, emptyWord: texts.noCopies });
    drawList('lost', { items: terminals, keyOf: ({ terminalId }) => terminalId, draw: terminal, emptyWord: texts.noTills });
    byId('told').textContent = texts.toldTime.replace('{time}', overview.told.slice(0, 19).replace('T', ' '));
  });
}

/** The invoice that is meant, or nothing: all of them. */
function chosen(): { readonly invoiceReference?: string } {
  return which.value === '' ? {} : { invoiceReference: which.value };
}

let drawn = '';
function drawInvoices({ invoices }: OverviewAnswer): void {
  const options = invoices.map((row) => [
    row.invoiceReference,
    `${time(row.issuedAt)} · ${amount(row.totalAmount)} · …${row.invoiceReference.slice(-6)}`,
  ]);
  if (JSON.stringify(options) === drawn) return;
  drawn = JSON.stringify(options);
  const before = which.value;
  which.replaceChildren(makeOption('', texts.allInvoices), ...options.map(([value = '', word = '']) => makeOption(value, word)));
  which.value = options.some(([value]) => value === before) ? before : '';
}

function copy({ name, at }: CopyView): HTMLElement {
  const restore = makeButton(texts.restore, 'small', () => act('POST', 'api/restore', { name, ...chosen() }));
  return make('li', 'row customer', make('b', 'name', name), make('small', '', time(at)), restore);
}

function terminal({ terminalId, name, seqrId, lostAs }: TerminalRow): HTMLElement {
  const options = [['', texts.notLost], ...LOST_CODES.map((code) => [code, texts.lostAs.replace('{code}', code)] as const)] as const;
  const lose = choice(texts.lostTill, String(lostAs ?? ''), options, (code) => {
    act('POST', 'api/lose', { terminalId, code: code === '' ? null : Number(code) });
  });
  const free = seqrId === null ? '' : makeButton(texts.freeId, 'small', () => act('POST', 'api/free', { seqrId }));
  return make('li', 'row customer fields', make('b', 'name', name, make('span', 'by', seqrId ?? texts.noSeqrId)), lose, free);
}
