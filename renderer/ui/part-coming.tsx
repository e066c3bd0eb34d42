import { useTranslate } from '../store/use-translate.ts';
import { Progress } from './spinner.tsx';
import './part-coming.css';

/** In the place of a part that is not here yet; nothing is seen of it for the first 300 ms. */
export function PartComing() {
  const { t } = useTranslate();
  return (
    <main className="part-coming">
      <Progress>{t('common.opening')}</Progress>
    </main>
  );
}
