import { timeOnPaper } from '../clock/iso-time.ts';
import { add, formatAmount, formatMoney } from '../money/index.ts';
import type { ReceiptLine } from '../receipt/receipt.ts';
import { RECEIPT_WORDS } from '../receipt/words.ts';
import { translator } from '../text/index.ts';
import type { Translate } from '../text/index.ts';
import { closeLines, resolutionText } from './close-lists.ts';
import type { CloseLine, CloseList } from './close-lists.ts';
import type { Close, CloseResult } from './close.ts';
import { sumsOf } from './match.ts';
import { closeVerdict, openThingText, unsettledAt } from './open-things.ts';
import type { Figure } from './till-entry.ts';

/** On paper, what agrees is a figure; only what does not is listed line by line. The rest is on the screen and in the CSV. */
const LISTED: readonly CloseList[] = ['differs', 'tillOnly', 'seqrOnly', 'lost'];

type Weight = 'normal' | 'bold' | 'total' | 'small';

function columns(left: string, right: string, weight: Weight = 'normal'): ReceiptLine {
  return { kind: 'columns', left, right, weight };
}

function text(words: string, weight: 'normal' | 'bold' | 'small' = 'normal', align: 'left' | 'centre' = 'left'): ReceiptLine {
  return { kind: 'text', text: words, align, weight };
}

const RULE: ReceiptLine = { kind: 'rule' };
const SPACE: ReceiptLine = { kind: 'space' };

/** The layout of a done close in the lines of a receipt, so that the same printers draw it (till-features, X and Z report). */
export function closePaper(close: Close): readonly ReceiptLine[] {
  const { facts, state } = close;
  const t = translator(facts.language);
  const words = RECEIPT_WORDS[facts.language];
  const result = state.kind === 'done' ? state.result : null;
  const mark: readonly ReceiptLine[] = facts.practice ? [{ kind: 'mark', text: words.practice }] : [];
  return [
    ...mark,
    ...(facts.practice ? [text(t('day.practiceNote'), 'normal', 'centre')] : []),
    text(facts.business.name, 'bold', 'centre'),
    text(`${words.organisationNumber} ${facts.business.organisationNumber}`, 'normal', 'centre'),
    ...facts.business.address.map((line) => text(line, 'normal', 'centre')),
    SPACE,
    columns(t('day.number', { number: close.number ?? '–' }), state.kind === 'done' ? timeOnPaper(state.doneAt) : '', 'bold'),
    ...head(close, t),
    RULE,
    text(t(`day.verdict.${closeVerdict(close)}`), 'bold', 'centre'),
    ...(result === null ? [] : figures(result, close, t)),
    ...(result === null ? [] : lists(close, t)),
    ...(result === null ? [] : resolutions(result, t)),
    ...unsettled(close, t),
    SPACE,
    text(words.notCertified, 'small', 'centre'),
    ...mark,
  ];
}

function head({ facts, from, mark, lost, recoveries = [], state }: Close, t: Translate): readonly ReceiptLine[] {
  return [
    columns(t('day.facts.register'), facts.register),
    columns(t('day.facts.cashier'), `${facts.cashier.number} ${facts.cashier.name}`.trim()),
    columns(t('day.facts.scope'), t(`day.close.scope.${facts.scope}`)),
    columns(t('day.facts.from'), from === null ? t('day.facts.start') : timeOnPaper(from.at)),
    columns(t('day.facts.to'), timeOnPaper(mark.at)),
    columns(t('day.facts.period'), ('periodId' in state ? state.periodId : null) ?? '–', 'small'),
    ...(lost.length === 0 ? [] : [columns(t('day.facts.lostMarks'), lost.map((each) => timeOnPaper(each.at)).join(', '), 'small')]),
    ...recoveries.map((at) => text(t('day.facts.recovered', { at: timeOnPaper(at) }), 'bold')),
  ];
}

function figures({ sales, returns, comparison }: CloseResult, { facts }: Close, t: Translate): readonly ReceiptLine[] {
  const line = (name: string, { count, total }: Figure, weight: Weight = 'normal'): ReceiptLine =>
    columns(`${name} (${count})`, formatAmount(total, facts.language), weight);
  const { seqr } = sumsOf(comparison, facts.currency);
  const elsewhere = comparison.kind === 'details' ? comparison.elsewhere : null;
  return [
    SPACE,
    line(t('day.sum.sales'), sales),
    line(t('day.sum.returns'), returns),
    columns(t('day.sum.net'), formatMoney(add(sales.total, returns.total), facts.language), 'total'),
    ...(seqr === null ? [] : [line(t('day.sum.seqr'), seqr)]),
    ...(elsewhere !== null && elsewhere.count > 0 ? [line(t('day.sum.elsewhere'), elsewhere, 'small')] : []),
    ...(comparison.kind === 'details' ? [columns(t('day.list.both'), String(comparison.both.length))] : []),
  ];
}

function lists(close: Close, t: Translate): readonly ReceiptLine[] {
  const lines = closeLines(close);
  const { language } = close.facts;
  const amounts = ({ till, seqr }: CloseLine): string =>
    till !== null && seqr !== null
      ? `${formatAmount(till.amount, language)} / ${formatAmount(seqr.amount, language)}`
      : formatAmount((till ?? seqr)?.amount ?? { minor: 0, currency: close.facts.currency }, language);
  return LISTED.flatMap((list) => {
    const own = lines.filter((line) => line.list === list);
    if (own.length === 0) return [];
    const rows = own.flatMap((line) => {
      const { till, seqr, note } = line;
      const what =
        till === null
          ? t('day.column.seqr')
          : till.receiptNumber === null
            ? t(`day.kind.${till.kind}`)
            : `${t('day.column.receipt')} ${till.receiptNumber}`;
      return [
        columns(what, amounts(line)),
        text(`  ${till?.ersReference ?? seqr?.ersReference ?? t('day.note.noReference')}`, 'small'),
        ...(note === null || note === 'noReference' ? [] : [text(`  ${t(`day.note.${note}`)}`, 'small')]),
      ];
    });
    return [RULE, text(`${t(`day.list.${list}`)} (${own.length})`, 'bold'), ...rows];
  });
}

function resolutions({ resolutions: all }: CloseResult, t: Translate): readonly ReceiptLine[] {
  return all.length === 0 ? [] : [RULE, ...all.map((resolution) => text(resolutionText(resolution, t)))];
}

/** What later closes look at again; what this one's report was asked about stands above already. */
function unsettled(close: Close, t: Translate): readonly ReceiptLine[] {
  const { language } = close.facts;
  const things = unsettledAt(close);
  if (things.length === 0) return [];
  const lines = things.flatMap((thing) => [text(openThingText(thing, t)), columns('', formatMoney(thing.amount, language), 'small')]);
  return [RULE, text(`${t('day.unsettled.title')} (${things.length})`, 'bold'), ...lines];
}
