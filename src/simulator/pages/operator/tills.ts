import type { InvoiceRow, TerminalRow } from '../../world/overview.ts';
import { byId } from '../shared/by-id.ts';
import { amount, time } from './format.ts';
import { drawList } from './list.ts';
import { make, makeButton } from './make.ts';
import { act, nowMs, onOverview } from './overview.ts';
import type { StageWord } from './texts.ts';
import { texts } from './words.ts';

const TICK_MS = 200;
const URGENT_MS = 5_000;

/** Tills with their state, invoices with version and stage, and every clock that runs on one of them. */
export function startTills(): void {
  onOverview(({ terminals, invoices, counts }) => {
    drawList('tills', { items: terminals, keyOf: ({ terminalId }) => terminalId, draw: till, emptyWord: texts.noTills });
    drawList('invoices', { items: invoices, keyOf: (row) => row.invoiceReference, draw: invoice, emptyWord: texts.noInvoices });
    byId('tills-count').textContent = String(counts.terminals);
    byId('invoices-count').textContent = counts.invoices > 0 ? String(counts.invoices) : '';
    tick();
  });
  setInterval(tick, TICK_MS);
}

function stageOf(row: InvoiceRow): StageWord {
  return row.stage === 'paid' && row.acknowledged ? 'told' : row.stage;
}

/** A sign and a word: never the colour alone. */
function badge(row: InvoiceRow): HTMLElement {
  const stage = stageOf(row);
  return make('span', `badge ${stage}`, texts.stages[stage]);
}

/** Filled in by the ticking, which needs to know no more than when it ends and how long it was. */
function clockOf(row: InvoiceRow): HTMLElement {
  const clock = make('span', `clock ${stageOf(row)}`, make('b', ''), make('i', ''));
  if (row.clock) {
    clock.dataset['ends'] = String(Date.parse(row.clock.endsAt));
    clock.dataset['length'] = String(row.clock.lengthMs);
  }
  return clock;
}

function till(row: TerminalRow): HTMLElement {
  const { invoice: last, terminalId, blocked, lostAs } = row;
  const block = makeButton(blocked ? texts.unblock : texts.block, 'small', () => {
    act('POST', 'api/block', { id: terminalId, blocked: !blocked });
  });
  const what = make('span', 'what', make('b', 'name', row.name), make('small', '', `${row.seqrId ?? texts.noSeqrId} · ${row.terminalId}`));
  const refused = blocked ? texts.blocked : lostAs === null ? null : texts.lostBadge.replace('{code}', String(lostAs));
  const state = refused === null ? (last ? badge(last) : '') : make('span', 'badge failed', refused);
  const has = make('span', 'has', state, make('small', '', last ? amount(last.totalAmount) : ''));
  return make('li', 'row till', what, has, last ? clockOf(last) : make('span', ''), block);
}

function invoice(row: InvoiceRow): HTMLElement {
  const about = [row.invoiceReference, row.customer].filter((part) => part !== null).join(' · ');
  const version = texts.version.replace('{version}', String(row.version));
  const what = make(
    'span',
    'what',
    make('b', 'name', amount(row.totalAmount), make('span', 'by', row.terminalName)),
    make('small', '', about),
  );
  const has = make('span', 'has', badge(row), make('small', '', `${version} · ${time(row.issuedAt)}`));
  return make('li', 'row', what, has, clockOf(row));
}

function tick(): void {
  const now = nowMs();
  for (const clock of document.querySelectorAll<HTMLElement>('.clock[data-ends]')) {
    const leftMs = Math.max(0, Number(clock.dataset['ends']) - now);
    const [words, bar] = clock.children as unknown as [HTMLElement, HTMLElement];
    const seconds = Math.ceil(leftMs / 1000);
    words.textContent = seconds < 100 ? `${seconds} s` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    bar.style.setProperty('--left', String(Math.min(1, leftMs / Number(clock.dataset['length']))));
    clock.classList.toggle('urgent', clock.classList.contains('paid') && leftMs < URGENT_MS);
  }
}
