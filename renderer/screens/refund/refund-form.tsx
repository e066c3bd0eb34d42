import { useState } from 'react';
import type { RefundView, RefundWishView } from '../../../src/contract/index.ts';
import { formatAmount } from '../../../src/money/index.ts';
import { currentSnapshot, useFormIntent, useTranslate } from '../../store/index.ts';
import { Amount, Button, ProblemBanner } from '../../ui/index.ts';
import { OwnerPinFields, useOwnerPin } from '../owner/index.ts';
import { ReasonField } from './reason-field.tsx';
import { useRefundSum } from './use-refund.ts';

export interface RefundFormProps {
  readonly view: RefundView;
  /** Null: nothing is chosen yet. */
  readonly wish: RefundWishView | null;
  readonly onBack: () => void;
}

/** What it comes to, why, and who allows it; the one button that sends it. */
export function RefundForm({ view, wish, onBack }: RefundFormProps) {
  const { t, language } = useTranslate();
  const answer = useRefundSum(view.receiptNumber, wish);
  const sum = answer?.value ?? null;
  const [reason, setReason] = useState('');
  const owner = useOwnerPin();
  const { send, pending, problem } = useFormIntent();
  const amount = sum?.ok === true ? sum.amount : null;
  const ready = wish !== null && answer?.fresh === true && amount !== null && reason.trim() !== '' && owner.complete;
  const submit = async () => {
    if (!ready || pending) return;
    const { revision } = currentSnapshot().disbursement;
    const result = await send({
      kind: 'refund.send',
      number: view.receiptNumber,
      revision,
      wish,
      minor: amount.minor,
      reason,
      pin: owner.pin,
    });
    if (!result.ok) owner.clear();
  };
  const shown = problem ?? (sum?.ok === false ? sum.problem : null);
  return (
    <form
      className="refund__form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="refund__sum">
        <p className="soft">{t('disbursement.refund.sum')}</p>
        <Amount of={amount ?? { ...view.refundable, minor: 0 }} className="refund__figure" testId="refund-sum" />
      </div>
      <ReasonField reason={reason} onChange={setReason} />
      <OwnerPinFields owner={owner} />
      <p className="soft small">{t(owner.isNew ? 'settings.owner.newWhat' : 'disbursement.refund.permission')}</p>
      {shown !== null && <ProblemBanner problem={shown} />}
      <div className="refund__buttons">
        <Button size="large" onPress={onBack}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" kind="primary" size="large" wide pending={pending} disabled={!ready} testId="refund-send">
          {t('disbursement.refund.send', { amount: amount === null ? '' : formatAmount(amount, language) }).trim()}
        </Button>
      </div>
    </form>
  );
}
