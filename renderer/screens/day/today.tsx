import type { ReactNode } from 'react';
import { formatMoney } from '../../../src/money/index.ts';
import { clockTime } from '../../store/dates.ts';
import { goTo } from '../../store/places.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useToday } from '../../store/use-today.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Amount, Button, Progress } from '../../ui/index.ts';
import { JOURNAL_LIMIT, useJournal } from '../journal/use-journal.ts';
import { dayFigures } from './day-figures.ts';

/** What was sold since midnight, out of the journal. */
export function Today() {
  const { t } = useTranslate();
  return (
    <section className="day__section" aria-labelledby="day-today" data-testid="today">
      <header className="day__head">
        <h2 id="day-today">{t('common.day.today')}</h2>
        <span className="day__ways">
          <Button
            kind="quiet"
            onPress={() => {
              goTo({ kind: 'payOut' });
            }}
          >
            {t('disbursement.payOut.button')}
          </Button>
          <Button
            kind="quiet"
            onPress={() => {
              goTo({ kind: 'journal', receipt: null });
            }}
          >
            {t('common.day.openJournal')}
          </Button>
        </span>
      </header>
      <Figures />
    </section>
  );
}

function Figures() {
  const { t, language } = useTranslate();
  const currency = useSnapshot((snapshot) => snapshot.shop.currency);
  const { rows } = useJournal('');
  const today = useToday();
  if (rows === null) return <Progress>{t('journal.reading')}</Progress>;
  const { receipts, returns, returned, total, latest, perhapsMore } = dayFigures(rows, JOURNAL_LIMIT, currency, today);
  return (
    <>
      <dl className="day-figures selectable">
        <Figure name={t('common.day.receipts')}>{receipts}</Figure>
        <Figure name={t('common.day.total')}>
          <Amount of={total} />
        </Figure>
      </dl>
      {returns > 0 && <p className="soft">{t('common.day.returns', { count: returns, amount: formatMoney(returned, language) })}</p>}
      {latest === null ? (
        <p className="soft">{t('common.day.none')}</p>
      ) : (
        <p className="soft">
          {`${t('common.day.latest')}: ${t('common.day.latestAt', { number: latest.number, time: clockTime(latest.issuedAt, language) })}`}
        </p>
      )}
      {perhapsMore && <p className="soft">{t('common.day.newestOnly', { number: JOURNAL_LIMIT })}</p>}
    </>
  );
}

function Figure({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="day-figure">
      <dt className="soft">{name}</dt>
      <dd className="day-figure__value">{children}</dd>
    </div>
  );
}
