import type { TabView } from '../../../src/contract/index.ts';
import { formatAmount } from '../../../src/money/index.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Dialog, ProblemBanner } from '../../ui/index.ts';

/** Asks once before SEQR lets go of the money. What was rung up stays if the tab is on the counter. */
export function ReleaseDialog({ tab, onClose }: { readonly tab: TabView; readonly onClose: () => void }) {
  const { t, language } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const { attemptId, stateNumber } = tab;
  const amount = formatAmount(tab.reserved, language);
  const release = async () => {
    const result = await send({ kind: 'payment.cancel', attemptId, stateNumber });
    if (result.ok) onClose();
  };
  return (
    <Dialog
      alert
      title={t('tab.release.title', { name: tab.name })}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('tab.action.keepReserved')}
          </Button>
          <Button
            kind="danger"
            pending={pending}
            onPress={() => {
              void release();
            }}
          >
            {t('tab.release.confirm', { amount })}
          </Button>
        </>
      }
    >
      <p>{t('tab.release.text', { amount })}</p>
      <p>{tab.editing ? t('tab.release.stays') : t('tab.release.goes', { amount: formatAmount(tab.draft, language) })}</p>
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
