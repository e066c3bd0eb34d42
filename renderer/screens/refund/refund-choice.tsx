import type { RefundView } from '../../../src/contract/index.ts';
import { formatMoney } from '../../../src/money/index.ts';
import { useTranslate } from '../../store/index.ts';
import { Chips, DecimalField } from '../../ui/index.ts';
import { isUntouched } from './draft.ts';
import type { RefundDraft } from './draft.ts';
import { RefundRows } from './refund-rows.tsx';

export interface RefundChoiceProps {
  readonly view: RefundView;
  readonly draft: RefundDraft;
  readonly onChange: (draft: RefundDraft) => void;
}

/** What goes back: all of it, some rows, or an amount. */
export function RefundChoice({ view, draft, onChange }: RefundChoiceProps) {
  const { t, language } = useTranslate();
  return (
    <section className="refund__choice" aria-label={t('disbursement.refund.how')}>
      <Chips
        label={t('disbursement.refund.how')}
        options={[
          { value: 'whole', label: t(isUntouched(view) ? 'disbursement.refund.whole' : 'disbursement.refund.rest') },
          { value: 'rows', label: t('disbursement.refund.rows') },
          { value: 'amount', label: t('disbursement.refund.amount') },
        ]}
        value={draft.kind}
        onChange={(kind) => {
          onChange({ ...draft, kind });
        }}
      />
      {draft.kind === 'whole' && <p className="soft">{t('disbursement.refund.allOfIt')}</p>}
      {draft.kind === 'amount' ? (
        <DecimalField
          label={t('disbursement.refund.amountField')}
          hint={t('disbursement.refund.amountHint', { amount: formatMoney(view.refundable, language) })}
          value={draft.minor}
          decimals={2}
          onChange={(minor) => {
            onChange({ ...draft, minor });
          }}
          large
          autoFocus
        />
      ) : (
        <RefundRows
          rows={view.rows}
          quantities={draft.quantities}
          onChange={
            draft.kind === 'rows'
              ? (quantities) => {
                  onChange({ ...draft, quantities });
                }
              : null
          }
        />
      )}
    </section>
  );
}
