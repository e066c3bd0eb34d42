import type { PaymentView } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Banner } from '../../ui/index.ts';
import { changeWords } from './change-words.ts';

/** A change that SEQR did not take, or of which nobody knows: which amount may be paid, and where to look. */
export function ChangeCaution({ view }: { readonly view: PaymentView }) {
  const { t, language } = useTranslate();
  const words = changeWords(view, t, language);
  if (words?.tone !== 'caution') return null;
  return (
    <div className="change-caution" data-testid="change">
      <Banner tone="caution">
        <p>
          <strong>{words.text}</strong>
          {words.code !== null && <span className="soft small"> {t('common.code', { code: words.code })}</span>}
        </p>
      </Banner>
    </div>
  );
}
