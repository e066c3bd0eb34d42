import { formatMoney } from '../../../src/money/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Dialog, ProblemBanner } from '../../ui/index.ts';

/** Asks before the rows go; names the revision that was seen (PF-26). */
export function VoidDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const { sale, figures, revision } = useSnapshot((snapshot) => snapshot.sale);
  const submit = async () => {
    const result = await send({ kind: 'sale.void', revision });
    if (result.ok) onClose();
  };
  return (
    <Dialog
      alert
      title={t('sale.void.title')}
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {t('sale.void.keep')}
          </Button>
          <Button
            kind="danger"
            pending={pending}
            onPress={() => {
              void submit();
            }}
          >
            {t('sale.void.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('sale.void.text', { count: sale.rows.length, total: formatMoney(figures.total, language) })}</p>
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
