import { useTranslate } from '../../store/index.ts';
import { Button, TextField } from '../../ui/index.ts';

export interface ReasonFieldProps {
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}

const OFTEN = ['returned', 'faulty', 'wrongPrice', 'wrongItem'] as const;

/** Why: one of the usual reasons, or words of one's own. */
export function ReasonField({ reason, onChange }: ReasonFieldProps) {
  const { t } = useTranslate();
  return (
    <div className="reason">
      <TextField
        label={t('disbursement.refund.reason')}
        hint={t('disbursement.refund.reasonHint')}
        value={reason}
        onChange={onChange}
        maxLength={80}
        autoFocus
      />
      <div className="reason__often" role="group" aria-label={t('disbursement.refund.often')}>
        {OFTEN.map((each) => {
          const words = t(`disbursement.refund.reasons.${each}`);
          return (
            <Button
              key={each}
              className="reason__quick"
              disabled={reason === words}
              onPress={() => {
                onChange(words);
              }}
            >
              {words}
            </Button>
          );
        })}
      </div>
    </div>
  );
}
