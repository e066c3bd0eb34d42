import type { Translate } from '../../../src/text/index.ts';
import { goTo } from '../../store/places.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useAge } from '../../store/use-age.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, classNames } from '../../ui/index.ts';

/** A word from SEQR older than this says little about now: nobody is asking. Milliseconds. */
const FRESH_MS = 10_000;

function words(ageMs: number | null, t: Translate, language: string): string {
  if (ageMs === null) return t('common.contact.none');
  if (ageMs >= 60_000) return t('common.contact.minutes', { minutes: Math.floor(ageMs / 60_000) });
  const seconds = ageMs < FRESH_MS ? (ageMs / 1000).toFixed(1) : String(Math.floor(ageMs / 1000));
  return t('common.contact.age', { seconds: language === 'sv' ? seconds.replace('.', ',') : seconds });
}

/** How old the last good word from SEQR is; opens the health of the till. */
export function SeqrStatus({ disabled }: { readonly disabled: boolean }) {
  const { t, language } = useTranslate();
  const ageMs = useAge(
    useSnapshot((snapshot) => snapshot.seqrContact.ageMs),
    500,
  );
  const unstable = useSnapshot((snapshot) => snapshot.payment?.contact.unstable ?? false);
  const polling = useSnapshot((snapshot) => snapshot.payment?.contact.polling ?? false);
  const late = unstable || (polling && ageMs !== null && ageMs >= FRESH_MS);
  const good = !late && ageMs !== null;
  const text = unstable ? t('common.contact.unstable') : words(ageMs, t, language);
  return (
    <Button
      kind="quiet"
      disabled={disabled}
      testId="seqr-status"
      onPress={() => {
        goTo({ kind: 'settings', section: 'health' });
      }}
    >
      <span className={classNames('status-dot', good && 'status-dot--good', late && 'status-dot--late')} />
      <span className="status-text" title={t('common.contact.name')}>
        {text}
      </span>
    </Button>
  );
}
