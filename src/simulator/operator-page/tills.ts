import type { InvoiceRow, TerminalRow } from '../world/overview.ts';
import type { Kit } from './kit.ts';
import type { StageWord } from './texts.ts';

/** Tills with their state, invoices with version and stage, and every clock that runs on one of them. */
export function tillsPart(kit: Kit): void {
  const { texts, make } = kit;
  const TICK_MS = 200;
  const URGENT_MS = 5_000;

  function stageOf(invoice: InvoiceRow): StageWord {
    return invoice.stage === 'paid' && invoice.acknowledged ? 'told' : invoice.stage;
  }

  /** A sign and a word: never the colour alone. */
  function badge(invoice: InvoiceRow): HTMLElement {
    const stage = stageOf(invoice);
    return make('span', `badge ${stage}`, texts.stages[stage]);
  }

  /** Filled in by the ticking, which needs to know no more than when it ends and how long it was. */
  function clockOf(invoice: InvoiceRow): HTMLElement {
    const clock = make('span', `clock ${stageOf(invoice)}`, make('b', ''), make('i', ''));
    if (invoice.clock) {
      clock.dataset['ends'] = String(Date.parse(invoice.clock.endsAt));
      clock.dataset['length'] = String(invoice.clock.lengthMs);
    }
    return clock;
  }

  function till(row: TerminalRow): HTMLElement {
    const { invoice, terminalId, blocked } = row;
    const block = kit.button(blocked ? texts.unblock : texts.block, 'small', () => {
      kit.act('POST', 'api/block', { id: terminalId, blocked: !blocked });
    });
    const what = make(
      'span',
      'what',
      make('b', 'name', row.name),
      make('small', '', `${row.seqrId ?? texts.noSeqrId} · ${row.terminalId}`),
    );
    const state = blocked ? make('span', 'badge failed', texts.blocked) : invoice ? badge(invoice) : '';
    const has = make('span', 'has', state, make('small', '', invoice ? kit.amount(invoice.totalAmount) : ''));
    return make('li', 'row till', what, has, invoice ? clockOf(invoice) : make('span', ''), block);
  }

  function invoice(row: InvoiceRow): HTMLElement {
    const about = [row.invoiceReference, row.customer].filter((part) => part !== null).join(' · ');
    const version = texts.version.replace('{version}', String(row.version));
    const what = make(
      'span',
      'what',
      make('b', 'name', kit.amount(row.totalAmount), make('span', 'by', row.terminalName)),
      make('small', '', about),
    );
    const has = make('span', 'has', badge(row), make('small', '', `${version} · ${kit.time(row.issuedAt)}`));
    return make('li', 'row', what, has, clockOf(row));
  }

  function tick(): void {
    const nowMs = kit.nowMs();
    for (const clock of document.querySelectorAll<HTMLElement>('.clock[data-ends]')) {
      const leftMs = Math.max(0, Number(clock.dataset['ends']) - nowMs);
      const [words, bar] = clock.children as unknown as [HTMLElement, HTMLElement];
      const seconds = Math.ceil(leftMs / 1000);
      words.textContent = seconds < 100 ? `${seconds} s` : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      bar.style.setProperty('--left', String(Math.min(1, leftMs / Number(clock.dataset['length']))));
      clock.classList.toggle('urgent', clock.classList.contains('paid') && leftMs < URGENT_MS);
    }
  }

  kit.onOverview(({ terminals, invoices, counts }) => {
    kit.list('tills', terminals, (row) => row.terminalId, till, texts.noTills);
    kit.list('invoices', invoices, (row) => row.invoiceReference, invoice, texts.noInvoices);
    kit.byId('tills-count').textContent = String(counts.terminals);
    kit.byId('invoices-count').textContent = counts.invoices > 0 ? String(counts.invoices) : '';
    tick();
  });
  setInterval(tick, TICK_MS);
}
