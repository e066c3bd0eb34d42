import { dayInWords } from '../state/dates.ts';
import { useSnapshot } from '../state/snapshot-store.ts';
import { useIntent } from '../state/use-intent.ts';
import { useTranslate } from '../state/use-translate.ts';
import { TrayList } from '../tray/index.ts';
import { Button } from '../ui/index.ts';
import { CheckLine } from './check-line.tsx';
import { Today } from './today.tsx';
import './day-screen.css';

/** What was sold today, what of it is not settled, and whether the till is ready to sell (PF-11). */
export function DayScreen() {
  const { language } = useTranslate();
  return (
    <main className="day">
      <div className="day__page">
        <h1 className="day__date">{dayInWords(new Date().toISOString(), language)}</h1>
        <div className="day__sold">
          <Today />
          <Unresolved />
        </div>
        <Readiness />
      </div>
    </main>
  );
}

function Unresolved() {
  const { t } = useTranslate();
  const toSubmit = useSnapshot((snapshot) => snapshot.receiptsToSubmit);
  return (
    <section className="day__section" aria-labelledby="day-unresolved">
      <header className="day__head">
        <h2 id="day-unresolved">{t('common.day.unresolved')}</h2>
      </header>
      <TrayList />
      <p className="soft">{toSubmit === 0 ? t('common.day.allSubmitted') : t('common.day.toSubmit', { count: toSubmit })}</p>
    </section>
  );
}

function Readiness() {
  const { t } = useTranslate();
  const health = useSnapshot((snapshot) => snapshot.health);
  const { send, pending } = useIntent();
  return (
    <section className="day__section" aria-labelledby="day-ready">
      <header className="day__head">
        <h2 id="day-ready">{t('common.day.ready')}</h2>
        <Button pending={pending} onPress={() => { void send({ kind: 'health.check' }); }}>
          {t('common.day.checkNow')}
        </Button>
      </header>
      <p className="soft">{t('common.day.readyHint')}</p>
      <ul>
        {health.map((item) => (
          <CheckLine key={item.check} item={item} />
        ))}
      </ul>
    </section>
  );
}
