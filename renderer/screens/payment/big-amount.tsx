import type { CSSProperties } from 'react';
import { formatAmount } from '../../../src/money/index.ts';
import type { Money } from '../../../src/money/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Amount } from '../../ui/index.ts';
import './big-amount.css';

/** Widths in ems of the type that is used: a figure, a sign between figures, the currency beside them. */
const FIGURE_EM = 0.64;
const SIGN_EM = 0.3;
const CURRENCY_EM = 0.95;

function widthInEms(text: string): number {
  const figures = text.replace(/\D/g, '').length;
  return figures * FIGURE_EM + (text.length - figures) * SIGN_EM + CURRENCY_EM;
}

/** The amount as the largest thing on the screen. */
export function BigAmount({ of }: { readonly of: Money }) {
  const { language } = useTranslate();
  const style = { '--width-in-ems': widthInEms(formatAmount(of, language)) } as CSSProperties;
  return (
    <div className="big-amount" style={style}>
      <Amount of={of} className="big-amount__figure" testId="amount" />
    </div>
  );
}
