import { useSnapshot } from '../store/snapshot-store.ts';
import { useTranslate } from '../store/use-translate.ts';
import './practice-band.css';

/** PF-23: fixed words on every window while the built-in simulator is the service. */
export function PracticeBand() {
  const mode = useSnapshot((snapshot) => snapshot.mode);
  const { t } = useTranslate();
  if (mode !== 'practice') return null;
  return (
    <section className="practice-band" aria-label={t('common.practice')} data-testid="practice-band">
      {t('common.practice')}
    </section>
  );
}
