import { closePaper } from '../../../src/day/index.ts';
import type { Close } from '../../../src/day/index.ts';
import { classNames } from '../class-names.ts';
import { PaperLines } from './paper-lines.tsx';
import type { PaperWidth } from './paper-lines.tsx';
import './receipt-paper.css';

/** The report of a day as it leaves the printer, in its own language. */
export function ClosePaper({ close, paper }: { readonly close: Close; readonly paper: PaperWidth }) {
  return (
    <article className={classNames('receipt-paper', `receipt-paper--${paper}`, 'receipt-paper--print')} lang={close.facts.language}>
      <PaperLines lines={closePaper(close)} />
    </article>
  );
}
