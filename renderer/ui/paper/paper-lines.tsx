import { Fragment } from 'react';
import type { Preferences } from '../../../src/contract/index.ts';
import type { ReceiptLine } from '../../../src/receipt/index.ts';
import { Barcode } from './barcode.tsx';
import './receipt-paper.css';

export type PaperWidth = Preferences['printer']['paper'];

/** Laid-out lines on their paper: a receipt, or the report of a day. */
export function PaperLines({ lines }: { readonly lines: readonly ReceiptLine[] }) {
  return (
    <div className="receipt-paper__lines">
      {lines.map((line, index) => (
        // The lines of one paper never change their places.
        <Fragment key={index}>
          <Line line={line} />
        </Fragment>
      ))}
    </div>
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
