import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner, Button, ProblemBanner } from '../../ui/index.ts';
import { Sticker } from '../../ui/paper/index.ts';
import './sticker-panel.css';

/** The sticker in real millimetres, and a PDF of it; for the wizard and for the settings. */
export function StickerPanel() {
  const { t, language } = useTranslate();
  const seqrId = useSnapshot((snapshot) => snapshot.setup.seqrId);
  const terminal = useSnapshot((snapshot) => snapshot.setup.terminal.name);
  const shop = useSnapshot((snapshot) => snapshot.setup.business.name);
  const { send, pending, problem } = useFormIntent();
  const [saved, setSaved] = useState(false);
  const save = async () => {
    setSaved(false);
    const result = await send({ kind: 'setup.saveSticker' });
    setSaved(result.ok && result.detail !== 'cancelled');
  };
  if (seqrId === null) return null;
  return (
    <div className="sticker-panel">
      <Sticker seqrId={seqrId} register={terminal} shop={shop} language={language} />
      <div className="sticker-panel__words">
        <p>{t('setup.sticker.what')}</p>
        <p className="soft">{t('setup.sticker.size')}</p>
        <Button icon={FileDown} pending={pending} onPress={() => void save()}>
          {t('setup.sticker.save')}
        </Button>
        {saved && <Banner tone="good">{t('setup.sticker.saved')}</Banner>}
        {problem !== null && <ProblemBanner problem={problem} />}
      </div>
    </div>
  );
}
