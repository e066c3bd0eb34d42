import { wireUnit } from '../catalogue/unit.ts';
import { timeOnPaper } from '../clock/iso-time.ts';
import type { Language } from '../language/language.ts';
import { formatAmount, formatMoney, formatQuantity, negate, ONE, vatPercentText } from '../money/index.ts';
import type { Money } from '../money/index.ts';
import type { Receipt, ReceiptLine, ReceiptRow, ReceiptVat, Returned, SeqrTender } from './receipt.ts';
import { RECEIPT_WORDS } from './words.ts';
import type { ReceiptWords } from './words.ts';

/** Long enough to be no short scan, and no length of an EAN: a scanner reads a receipt as nothing but a receipt. */
const BARCODE_DIGITS = 10;

export interface ReceiptOptions {
  /** A reprint: marked KOPIA (PF-28). */
  readonly copy: boolean;
}

interface Context {
  readonly words: ReceiptWords;
  readonly language: Language;
}

/**
 * The layout of a receipt with all the fields the law and SEQR want on it (till-features, Receipt); its language is the
 * receipt's own. Screen, PDF, paper and the copy for SEQR are all drawn from these lines.
 */
export function receiptLines(receipt: Receipt, options: ReceiptOptions): readonly ReceiptLine[] {
  const context = { words: RECEIPT_WORDS[receipt.language], language: receipt.language };
  return [
    ...marks(receipt, options, context),
    ...head(receipt, context),
    { kind: 'rule' },
    ...receipt.rows.flatMap((row) => rowLines(row, context)),
    { kind: 'rule' },
    ...totals(receipt, context),
    { kind: 'rule' },
    ...receipt.tenders.flatMap((tender) => tenderLines(tender, receipt, context)),
    ...foot(receipt, context),
  ];
}

function centred(text: string, weight: 'normal' | 'bold' | 'small' = 'normal'): ReceiptLine {
  return { kind: 'text', text, align: 'centre', weight };
}

function columns(left: string, right: string, weight: 'normal' | 'bold' | 'total' | 'small' = 'normal'): ReceiptLine {
  return { kind: 'columns', left, right, weight };
}

function marks(receipt: Receipt, options: ReceiptOptions, { words }: Context): readonly ReceiptLine[] {
  return [
    ...(receipt.practice ? [{ kind: 'mark', text: words.practice } as const, centred(words.practiceNote)] : []),
    ...(receipt.kind === 'return' ? [{ kind: 'mark', text: receipt.reversal ? words.reversed : words.returned } as const] : []),
    ...(options.copy ? [{ kind: 'mark', text: words.copy } as const, centred(words.copyNote)] : []),
  ];
}

function head(receipt: Receipt, { words }: Context): readonly ReceiptLine[] {
  const { business, cashier } = receipt;
  return [
    centred(business.name, 'bold'),
    centred(`${words.organisationNumber} ${business.organisationNumber}`),
    ...business.address.map((line) => centred(line)),
    { kind: 'space' },
    columns(`${receipt.kind === 'return' ? words.returnReceipt : words.receipt} ${receipt.number}`, timeOnPaper(receipt.issuedAt)),
    columns(words.register, receipt.register),
    columns(words.cashier, `${cashier.number} ${cashier.name}`.trim()),
    ...(receipt.member === undefined ? [] : [columns(words.member, `${receipt.member.name} ··${receipt.member.lastFour}`)]),
    ...(receipt.kind === 'return' ? returnedLines(receipt.returns, words) : []),
  ];
}

/** Which receipt a return gives back, and why. */
function returnedLines(returned: Returned, words: ReceiptWords): readonly ReceiptLine[] {
  return [
    { kind: 'space' },
    columns(`${words.returns} ${returned.number}`, `${words.soldAt} ${timeOnPaper(returned.issuedAt)}`),
    columns(words.paymentReference, returned.ersReference, 'small'),
    columns(words.reason, returned.reason),
  ];
}

/** `2 Coffee … 70.00`, below it `35.00 each`; `0.45 kg Apples … 11.21`, below it `24.90/kg`. */
function rowLines(row: ReceiptRow, { words, language }: Context): readonly ReceiptLine[] {
  const pieces = row.unit === 'EA';
  const count = formatQuantity(row.quantityMilli, language);
  const price = formatAmount(row.unitPrice, language);
  const lines = [columns(`${pieces ? count : `${count} ${wireUnit(row.unit)}`} ${row.name}`, formatAmount(row.gross, language))];
  if (!pieces) lines.push(columns(`  ${price}/${wireUnit(row.unit)}`, '', 'small'));
  else if (row.quantityMilli !== ONE) lines.push(columns(`  ${price}${words.each}`, '', 'small'));
  if (row.discount.minor !== 0) lines.push(columns(`  ${words.discount}`, takenOff(row.discount, language)));
  return lines;
}

function takenOff(discount: Money, language: Language): string {
  return formatAmount(negate(discount), language);
}

function totals(receipt: Receipt, context: Context): readonly ReceiptLine[] {
  const { words, language } = context;
  const discounted = receipt.saleDiscount.minor !== 0;
  return [
    ...(discounted
      ? [
          columns(words.subtotal, formatAmount(receipt.subtotal, language)),
          columns(
            receipt.member?.discounted === true ? words.memberDiscount : words.saleDiscount,
            takenOff(receipt.saleDiscount, language),
          ),
        ]
      : []),
    columns(words.total, formatMoney(receipt.total, language), 'total'),
    ...receipt.vat.map((group) => vatLine(group, context)),
    columns(words.vatTotal, formatAmount(receipt.vatTotal, language)),
  ];
}

function vatLine(group: ReceiptVat, { words, language }: Context): ReceiptLine {
  const percent = vatPercentText(group.rate).replace('.', language === 'sv' ? ',' : '.');
  const left = `${words.vat} ${percent} % (${words.net} ${formatAmount(group.net, language)})`;
  return columns(left, formatAmount(group.vat, language), 'small');
}

function tenderLines(tender: SeqrTender, receipt: Receipt, { words, language }: Context): readonly ReceiptLine[] {
  return [
    columns(tenderWords(receipt, words), formatMoney(tender.amount, language), 'bold'),
    columns(words.ersReference, tender.ersReference ?? words.referenceMissing, 'small'),
    columns(words.invoiceReference, tender.invoiceReference, 'small'),
  ];
}

function tenderWords(receipt: Receipt, words: ReceiptWords): string {
  if (receipt.kind === 'sale') return words.seqrPayment;
  return receipt.reversal ? words.seqrReversal : words.seqrRefund;
}

function foot(receipt: Receipt, { words }: Context): readonly ReceiptLine[] {
  return [
    columns(words.correlationId, receipt.correlationId, 'small'),
    ...(receipt.completedAfterRestart ? [centred(words.completedAfterRestart, 'small')] : []),
    ...(receipt.note === undefined ? [] : [{ kind: 'space' } as const, centred(receipt.note)]),
    { kind: 'space' },
    { kind: 'barcode', value: String(receipt.number).padStart(BARCODE_DIGITS, '0') },
    centred(words.notCertified, 'small'),
    ...(receipt.practice ? [{ kind: 'mark', text: words.practice } as const] : []),
  ];
}
