import type { CustomerToken, PaidRow, PaymentReceipt, PaymentStatus } from '../protocol/index.ts';
import { childrenNamed } from './envelope.ts';
import { amount, count, isOverlong, soleElement, soleInt, soleText } from './values.ts';
import type { XmlElement } from './xml.ts';

const RECEIPT_TEXTS = [
  'terminalId',
  'paymentDate',
  'clientInvoiceId',
  'invoiceReference',
  'paymentReference',
  'payerTerminalId',
  'receiverName',
] as const;

/** What the receipt names; members that are missing, empty or doubled are left out. */
function readReceipt(parent: XmlElement): PaymentReceipt | null {
  const receipt = soleElement(parent, 'receipt');
  if (receipt === null) return null;
  const texts = Object.fromEntries(
    RECEIPT_TEXTS.flatMap((name) => {
      const text = soleText(receipt, name);
      return text === null ? [] : [[name, text] as const];
    }),
  );
  if (count(receipt, 'invoice') === 0) return texts;
  const invoice = soleElement(receipt, 'invoice');
  const totalAmount = invoice === null ? 'unreadable' : amount(invoice, 'totalAmount');
  const rows = invoice === null ? [] : readRows(invoice);
  return { ...texts, ...(totalAmount === undefined ? {} : { totalAmount }), ...(rows.length === 0 ? {} : { rows }) };
}

/** No invoice of this till has more. */
const MAX_ROWS = 1_000;

/** The rows that were paid; none if one of them cannot be read, since the others alone would be another content. */
function readRows(invoice: XmlElement): readonly PaidRow[] {
  const list = soleElement(invoice, 'invoiceRows');
  const rows = list === null ? [] : childrenNamed(list, 'invoiceRow').slice(0, MAX_ROWS);
  const read = rows.flatMap((row): readonly PaidRow[] => {
    const totalAmount = amount(row, 'itemTotalAmount');
    if (totalAmount === undefined || totalAmount === 'unreadable') return [];
    return [{ description: soleText(row, 'itemDescription') ?? '', totalAmount }];
  });
  return read.length === rows.length ? read : [];
}

/** No phone holds more cards. */
const MAX_TOKENS = 20;

/** The customer's tokens. One that cannot be read, or is one too many, is left out; it must not cost the payment. */
function readTokens(parent: XmlElement): readonly CustomerToken[] {
  const list = soleElement(parent, 'customerTokens');
  if (list === null) return [];
  return childrenNamed(list, 'token')
    .slice(0, MAX_TOKENS)
    .flatMap((token) => {
      const status = soleInt(token, 'status');
      if (status === null || token.children.some((child) => child.name !== 'description' && isOverlong(child))) return [];
      const texts = (['id', 'value', 'description'] as const).flatMap((name) => {
        const text = soleText(token, name);
        return text === null ? [] : [[name, text] as const];
      });
      return [{ ...Object.fromEntries(texts), status }];
    });
}

/**
 * Strict where money hangs on it (PF-05): with code 0, `status` exactly once and `version` at most once, both of their type; an
 * absent version is the one that was asked with. With any other code only the code counts. Null if the answer cannot count.
 */
export function readPaymentStatus(returned: XmlElement, resultCode: number, askedVersion: number): PaymentStatus | null {
  const ok = resultCode === 0;
  const status = soleText(returned, 'status');
  if (ok && status === null) return null;
  const version = soleInt(returned, 'version');
  if (ok && version === null && count(returned, 'version') > 0) return null;
  return {
    status: ok ? status : null,
    version: version ?? askedVersion,
    receipt: readReceipt(returned),
    customerTokens: readTokens(returned),
  };
}
