import type { JournalRow } from '../../contract/ipc.ts';
import { fromDecimal } from '../../money/index.ts';
import type { Currency } from '../../money/index.ts';
import type { Journal, ReceiptRecord } from '../../records/index.ts';

const LIMIT = 200;

/**
 * Finds receipts by what somebody typed: a number, an amount (149.00, 149,00, 1 149,00) or a part of a reference or of a
 * correlation id. Nothing typed lists the latest. Newest first.
 */
export function searchJournal(journal: Journal, typed: string, currency: Currency): readonly JournalRow[] {
  const text = typed.trim();
  if (text === '') return journal.findReceipts({}, LIMIT).map(row);
  const plain = text.replaceAll(/[\s\u00a0]/g, '').replace(',', '.');
  const number = /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
  const minor = /^-?\d{1,9}(\.\d{1,2})?$/.test(plain) ? fromDecimal(plain, currency)?.minor : undefined;
  const reference = /^[0-9A-Za-z]{4,}$/.test(plain) ? plain : undefined;
  if (number === undefined && minor === undefined && reference === undefined) return [];
  const query = {
    ...(number === undefined ? {} : { number }),
    ...(minor === undefined ? {} : { minor }),
    ...(reference === undefined ? {} : { text: reference }),
  };
  return journal.findReceipts(query, LIMIT).map(row);
}

function row({ receipt, copyPrinted }: ReceiptRecord): JournalRow {
  const tender = receipt.tenders[0];
  return {
    number: receipt.number,
    kind: receipt.kind,
    issuedAt: receipt.issuedAt,
    total: receipt.total,
    cashierName: receipt.cashier.name,
    ersReference: tender?.ersReference ?? null,
    invoiceReference: tender?.invoiceReference ?? '',
    copyPrinted,
  };
}
