import { useState } from 'react';
import { useFormIntent, useTranslate } from '../../store/index.ts';
import { Banner, Button, ProblemBanner } from '../../ui/index.ts';
import { SeqrIdField, useSeqrId } from '../set-up/seqr-id-field.tsx';

/** Another sticker for the same terminal. */
export function AssignSeqrId({ pin }: { readonly pin: string }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const [asked, setAsked] = useState(false);
  const [assigned, setAssigned] = useState<string | null>(null);
  const seqrId = useSeqrId('', asked);
  const assign = async () => {
    setAsked(true);
    if (!seqrId.ok) return;
    const id = seqrId.value.trim();
    const result = await send({ kind: 'terminal.assignSeqrId', pin, seqrId: id });
    setAssigned(result.ok ? id : null);
  };
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        void assign();
      }}
    >
      <h2>{t('settings.terminal.assign')}</h2>
      <p className="soft">{t('settings.terminal.assignWhat')}</p>
      <SeqrIdField label={t('settings.terminal.assignField')} answer={seqrId} />
      {problem !== null && <ProblemBanner problem={problem} />}
      {assigned !== null && <Banner tone="good">{t('settings.terminal.assignDone', { seqrId: assigned })}</Banner>}
      <Button type="submit" pending={pending}>
        {t('settings.terminal.assign')}
      </Button>
    </form>
  );
}
