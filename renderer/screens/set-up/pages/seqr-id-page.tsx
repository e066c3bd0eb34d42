import { useState } from 'react';
import { useSnapshot, useTranslate } from '../../../store/index.ts';
import { Banner } from '../../../ui/index.ts';
import { SeqrIdField, useSeqrId } from '../seqr-id-field.tsx';
import { SetupPage } from '../setup-page.tsx';
import { useSetupStep } from '../use-setup-step.ts';

/** The id that customers scan, given to this terminal at SEQR (protocol §7). */
export function SeqrIdPage() {
  const { t } = useTranslate();
  const assigned = useSnapshot((snapshot) => snapshot.setup.seqrId);
  const { onBack, answer, skip, pending, problem } = useSetupStep('seqrId');
  const [asked, setAsked] = useState(false);
  const seqrId = useSeqrId(assigned ?? '', asked);
  const proceed = () => {
    setAsked(true);
    if (!seqrId.ok) return;
    if (seqrId.value.trim() === assigned) skip();
    else void answer({ kind: 'setup.assignSeqrId', seqrId: seqrId.value.trim() });
  };
  return (
    <SetupPage
      title={t('setup.seqrId.title')}
      onBack={onBack}
      onContinue={proceed}
      pending={pending}
      pendingText={t('setup.busy.assign')}
      problem={problem}
    >
      <SeqrIdField label={t('setup.seqrId.field')} answer={seqrId} autoFocus />
      {assigned !== null && seqrId.value.trim() === assigned && (
        <Banner tone="good">{t('setup.seqrId.assigned', { seqrId: assigned })}</Banner>
      )}
    </SetupPage>
  );
}
