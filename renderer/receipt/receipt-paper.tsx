import { Fragment } from 'react';
import { receiptLines } from '../../src/contract/index.ts';
import type { Preferences, Receipt, ReceiptLine } from '../../src/contract/index.ts';
import { classNames } from '../ui/class-names.ts';
import { Barcode } from './barcode.tsx';
import './receipt-paper.css';

export type PaperWidth = Preferences['printer']['paper'];

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
      <div className="receipt-paper__lines">
        {receiptLines(receipt, { copy }).map((line, index) => (
          // The lines of one receipt never change their places.
          <Fragment key={index}>
            <Line line={line} />
          </Fragment>
        ))}
      </div>
    </article>
  );
}

function Line({ line }: { readonly line: ReceiptLine }) {
  switch (line.kind) {
    case 'text':
      return <p className={`receipt-line receipt-line--${line.align} receipt-line--${line.weight}`}>{line.text}</p>;
    case 'mark':
      return <p className="receipt-line receipt-line--mark">{line.text}</p>;
    case 'columns':
      return (
        <p className={`receipt-line receipt-line--columns receipt-line--${line.weight}`}>
          <span className="receipt-line__left">{line.left}</span> <span className="receipt-line__right">{line.right}</span>
        </p>
      );
    case 'rule':
      return <hr className="receipt-line receipt-line--rule" />;
    case 'space':
      return <div className="receipt-line receipt-line--space" />;
    case 'barcode':
      return <Barcode text={line.value} label={line.value} />;
  }
}
