import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { useFormIntent, useTranslate } from '../../store/index.ts';
import { Button, ProblemBanner } from '../../ui/index.ts';
import { OwnerPinFields, useOwnerPin } from '../owner/index.ts';
import './resolve-form.css';

/** A supervisor sends a refund of unknown outcome once more, which SEQR can carry out only once (PF-14). */
export function SendAgain({ item }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  const owner = useOwnerPin();
  const { send, pending, problem } = useFormIntent();
  const sendAgain = async () => {
    const { attemptId: id, stateNumber } = item;
    const result = await send({ kind: 'refund.sendAgain', id, stateNumber, pin: owner.pin });
    if (!result.ok) owner.clear();
  };
  return (
    <div className="capture" role="group" aria-label={t('disbursement.resolve.again.open')}>
      <p className="soft">{t('disbursement.resolve.again.what')}</p>
      <OwnerPinFields owner={owner} />
      {problem !== null && <ProblemBanner problem={problem} />}
      <Button kind="primary" pending={pending} disabled={!owner.complete} onPress={() => void sendAgain()}>
        {t('disbursement.resolve.again.send')}
      </Button>
    </div>
  );
}
