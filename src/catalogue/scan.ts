import { checkEan } from './ean.ts';

/** What a scanner read. Every scan is one of these, so that none ends in silence (till-features A4). */
export type Scan =
  | { readonly kind: 'ean'; readonly ean: string }
  /** EAN-13 with a GS1 prefix 20–29: the shop's own price or weight code. Not taken apart yet (A6); look it up as it is. */
  | { readonly kind: 'in-store'; readonly ean: string }
  /** A SEQR code: a terminal's sticker (`Q…`) or one invoice (`R…`). Nothing to sell. */
  | { readonly kind: 'seqr'; readonly code: string }
  /** Anything else: perhaps a SKU. `misread`: digits of an EAN's length whose check digit is wrong. */
  | { readonly kind: 'other'; readonly text: string; readonly misread: boolean };

/** Longer than any code Kassa knows; the rest is cut off. Characters. */
const MAX_SCAN_LENGTH = 80;

/** Says what kind of code a scan is. Never fails. */
export function parseScan(text: string): Scan {
  const code = text.trim().slice(0, MAX_SCAN_LENGTH);
  if (/^(?:https?|seqr):\/\/seqr\.se\/[qr]/i.test(code)) return { kind: 'seqr', code };
  const checked = checkEan(code);
  if (!checked.ok) return { kind: 'other', text: code, misread: checked.problem === 'check-digit' };
  const inStore = checked.ean.length === 13 && checked.ean.startsWith('2');
  return { kind: inStore ? 'in-store' : 'ean', ean: checked.ean };
}
