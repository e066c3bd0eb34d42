import { Save } from 'lucide-react';
import { useState } from 'react';
import { useFormIntent, useTranslate } from '../../store/index.ts';
import { Banner, Button, ProblemBanner } from '../../ui/index.ts';
import './recovery-code.css';

/** The code with which a forgotten PIN is chosen anew: shown this once, to be written down or saved and printed. */
export function RecoveryCode({ code }: { readonly code: string }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const [saved, setSaved] = useState(false);
  const save = async () => {
    const result = await send({ kind: 'owner.saveCode' });
    setSaved(result.ok && result.detail === 'saved');
  };
  return (
    <section className="recovery-code" aria-label={t('settings.owner.code')}>
      <p>{t('settings.owner.codeWhat')}</p>
      <p className="recovery-code__code selectable" data-testid="recovery-code">
        {code}
      </p>
      <div className="settings-buttons">
        <Button icon={Save} pending={pending} onPress={() => void save()}>
          {t('settings.owner.saveCode')}
        </Button>
      </div>
      {saved && <Banner tone="good">{t('settings.owner.codeSaved')}</Banner>}
      {problem !== null && <ProblemBanner problem={problem} />}
    </section>
  );
}
