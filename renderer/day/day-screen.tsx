import { TrayList } from '../tray/index.ts';
import { goTo } from '../state/places.ts';
import { useSnapshot } from '../state/snapshot-store.ts';
import { useIntent } from '../state/use-intent.ts';
import { useTranslate } from '../state/use-translate.ts';
import { Button } from '../ui/index.ts';
import { CheckLine } from './check-line.tsx';
import './day-screen.css';

/** Whether the till is ready to sell (PF-11), and what of the day is not settled. */
export function DayScreen() {
  const { t } = useTranslate();
  const health = useSnapshot((snapshot) => snapshot.health);
  const toSubmit = useSnapshot((snapshot) => snapshot.receiptsToSubmit);
  const { send, pending } = useIntent();
  return (
    <main className="day">
      <div className="day__page">
        <section className="day__section">
          <header className="day__head">
            <div>
              <h1>{t('common.day.ready')}</h1>
              <p className="soft">{t('common.day.readyHint')}</p>
            </div>
            <Button pending={pending} onPress={() => { void send({ kind: 'health.check' }); }}>
              {t('common.day.checkNow')}
            </Button>
          </header>
          <ul>
            {health.map((item) => (
              <CheckLine key={item.check} item={item} />
            ))}
          </ul>
        </section>
        <section className="day__section">
          <h2>{t('common.day.unresolved')}</h2>
          <TrayList />
        </section>
        <footer className="day__head">
          <p className="soft">{toSubmit === 0 ? t('common.day.allSubmitted') : t('common.day.toSubmit', { count: toSubmit })}</p>
          <Button kind="quiet" onPress={() => { goTo({ kind: 'journal', receipt: null }); }}>
            {t('common.day.openJournal')}
          </Button>
        </footer>
      </div>
    </main>
  );
}
