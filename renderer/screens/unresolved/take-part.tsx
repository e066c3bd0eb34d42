import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { add, formatMoney } from '../../../src/money/index.ts';
import type { Money } from '../../../src/money/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { SupervisorForm } from '../owner/index.ts';

export interface TakePartProps {
  readonly item: UnresolvedItem;
  /** What is left to pay then. */
  readonly rest: Money;
}

/** The smaller amount that SEQR took is a part of the sale, whose rest is to be paid (PF-08). */
export function TakePart({ item: { attemptId, stateNumber, amount: paid }, rest }: TakePartProps) {
  const { t, language } = useTranslate();
  const amounts = {
    paid: formatMoney(paid, language),
    rest: formatMoney(rest, language),
    amount: formatMoney(add(paid, rest), language),
  };
  return (
    <SupervisorForm
      title={t('payment.unresolved.part.open')}
      what={t('payment.unresolved.part.what', amounts)}
      act={t('payment.unresolved.part.act', amounts)}
      ready
      intent={(pin) => ({ kind: 'payment.takePart', attemptId, stateNumber, pin })}
    />
  );
}
