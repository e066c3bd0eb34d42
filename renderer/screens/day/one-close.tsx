import { FileWarning } from 'lucide-react';
import { problemText } from '../../../src/text/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, EmptyState, Progress } from '../../ui/index.ts';
import { CloseResult, useClose } from './close/index.ts';

/** One close out of the journal. */
export function OneClose({ number, onBack }: { readonly number: number; readonly onBack: () => void }) {
  const { t, language } = useTranslate();
  const document = useClose(number);
  if (document === 'loading') return <Progress>{t('journal.reading')}</Progress>;
  if (document === 'missing') {
    return (
      <EmptyState icon={FileWarning} action={<Button onPress={onBack}>{t('day.history.back')}</Button>}>
        {problemText(language, { code: 'day.no-such-close' })}
      </EmptyState>
    );
  }
  return <CloseResult document={document} onBack={onBack} />;
}
