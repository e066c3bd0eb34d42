import { formatAmount } from '../../src/money/index.ts';
import type { Money } from '../../src/money/index.ts';
import { useTranslate } from '../store/use-translate.ts';
import { classNames } from './class-names.ts';
import './amount.css';

export interface AmountProps {
  readonly of: Money;
  /** Sets the size; the currency stands beside it, smaller. */
  readonly className?: string;
  readonly testId?: string;
}

/** The largest thing wherever it stands: the figure in the language's manner, the currency once. */
export function Amount({ of, className, testId }: AmountProps) {
  const { language } = useTranslate();
  return (
    <span className={classNames('amount', className)} {...(testId === undefined ? {} : { 'data-testid': testId })}>
      {formatAmount(of, language)}
      <span className="amount__currency">{`\u00a0${of.currency}`}</span>
    </span>
  );
}
