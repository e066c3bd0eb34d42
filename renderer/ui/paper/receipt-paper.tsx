import { receiptLines } from '../../../src/receipt/index.ts';
import type { Receipt } from '../../../src/receipt/index.ts';
import { classNames } from '../class-names.ts';
import { PaperLines } from './paper-lines.tsx';
import type { PaperWidth } from './paper-lines.tsx';
import './receipt-paper.css';

export interface ReceiptPaperProps {
  readonly receipt: Receipt;
  /** A reprint, marked KOPIA (PF-28). */
  readonly copy: boolean;
  readonly paper: PaperWidth;
  /** `screen`: a little larger than life, on a slip with a torn edge · `print`: exact millimetres and nothing around them. */
  readonly medium: 'screen' | 'print';
}

/** A receipt as it leaves the printer: black on white in every theme, in the receipt's own language. */
export function ReceiptPaper({ receipt, copy, paper, medium }: ReceiptPaperProps) {
  return (
    <article
      className={classNames('receipt-paper', `receipt-paper--${paper}`, `receipt-paper--${medium}`, 'selectable')}
      lang={receipt.language}
      data-testid="receipt-paper"
      data-receipt={receipt.number}
    >
      <PaperLines lines={receiptLines(receipt, { copy })} />
    </article>
  );
}
