import type { Core } from './core.ts';
import { isOpen } from './invoice.ts';
import type { Invoice } from './invoice.ts';
import type { Terminal } from './records.ts';

/** What a phone read: a terminal's sticker (`Q`), one invoice (`R`), or letters and digits that may be either (protocol §4). */
export type ScanCode =
  | { readonly kind: 'terminal'; readonly seqrId: string }
  | { readonly kind: 'invoice'; readonly reference: string }
  | { readonly kind: 'bare'; readonly id: string };

/** Any letter case; also the app's deep link, whose scheme is SEQR. Undefined for anything else. */
export function parseScanCode(code: string): ScanCode | undefined {
  const trimmed = code.trim();
  const url = /^(?:https?|seqr(?:-[a-z]+)?):\/\/seqr\.se\/([qr])([a-z0-9]{1,64})$/i.exec(trimmed);
  if (url) {
    const [, letter = '', id = ''] = url;
    return letter.toUpperCase() === 'Q' ? { kind: 'terminal', seqrId: id } : { kind: 'invoice', reference: id };
  }
  return /^[a-z0-9]{1,65}$/i.test(trimmed) ? { kind: 'bare', id: trimmed } : undefined;
}

export type Found =
  | { readonly ok: true; readonly invoice: Invoice }
  | { readonly ok: false; readonly reason: 'unknownCode' | 'nothingWaiting' };

/** The invoice that waits behind a code. */
export function findInvoice(core: Core, code: ScanCode): Found {
  switch (code.kind) {
    case 'terminal':
      return waitingAt(core, findBySeqrId(core, code.seqrId));
    case 'invoice':
      return waiting(core.state.invoices.get(code.reference));
    case 'bare': {
      const terminal = findBySeqrId(core, code.id) ?? afterLetter(code.id, 'Q', (id) => findBySeqrId(core, id));
      if (terminal) return waitingAt(core, terminal);
      const { invoices } = core.state;
      return waiting(invoices.get(code.id) ?? afterLetter(code.id, 'R', (id) => invoices.get(id)));
    }
  }
}

/** Without regard to letter case: a QR code in alphanumeric mode has capitals only. */
export function findBySeqrId(core: Core, seqrId: string): Terminal | undefined {
  const wanted = seqrId.toUpperCase();
  return [...core.state.terminals.values()].find((t) => t.seqrId?.toUpperCase() === wanted);
}

function afterLetter<T>(id: string, letter: string, find: (rest: string) => T | undefined): T | undefined {
  return id.toUpperCase().startsWith(letter) ? find(id.slice(1)) : undefined;
}

function waitingAt(core: Core, terminal: Terminal | undefined): Found {
  if (!terminal) return { ok: false, reason: 'unknownCode' };
  for (const reference of core.state.live) {
    const invoice = core.state.invoices.get(reference);
    if (invoice?.terminalId === terminal.terminalId && canBeScanned(invoice)) return { ok: true, invoice };
  }
  return { ok: false, reason: 'nothingWaiting' };
}

function waiting(invoice: Invoice | undefined): Found {
  if (!invoice) return { ok: false, reason: 'unknownCode' };
  return canBeScanned(invoice) ? { ok: true, invoice } : { ok: false, reason: 'nothingWaiting' };
}

function canBeScanned(invoice: Invoice): boolean {
  return isOpen(invoice.stage) && invoice.stage.kind !== 'inBank';
}
