import { FileBarChart } from 'lucide-react';
import { useState } from 'react';
import { useKeys } from '../../input/index.ts';
import { dayInWords } from '../../store/dates.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useIntent } from '../../store/use-intent.ts';
import { useToday } from '../../store/use-today.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button } from '../../ui/index.ts';
import { TabList } from '../tabs/index.ts';
import { UnresolvedList } from '../unresolved/index.ts';
import { CheckLine } from './check-line.tsx';
import { CloseHistory, CloseSection, useCloses } from './close/index.ts';
import { OneClose } from './one-close.tsx';
import { Reports } from './reports/index.ts';
import { Today } from './today.tsx';
import './day-screen.css';

type View = { readonly kind: 'day' } | { readonly kind: 'close'; readonly number: number } | { readonly kind: 'reports' };
const DAY: View = { kind: 'day' };

/** What was sold today, the close of the day, and whether the till is ready to sell (PF-11, PF-17). */
export function DayScreen() {
  const [view, setView] = useState<View>(DAY);
  useCloseThatEnds((number) => {
    setView({ kind: 'close', number });
  });
  const back = () => {
    setView(DAY);
  };
  useKeys({
    actions: {
      back: () => {
        if (view.kind === 'day') return false;
        back();
        return true;
      },
    },
  });
  return (
    <main className="day" key={view.kind === 'close' ? view.number : view.kind}>
      {view.kind === 'day' && <DayPage onOpen={setView} />}
      {view.kind === 'close' && <OneClose number={view.number} onBack={back} />}
      {view.kind === 'reports' && <Reports onBack={back} />}
    </main>
  );
}

/** Kassa may be closed with tabs at rest (PF-29); whoever closes should know of them. */
function OpenTabs() {
  const { t } = useTranslate();
  const any = useSnapshot((snapshot) => snapshot.tabs.length > 0);
  if (!any) return null;
  return (
    <section className="day__section" aria-labelledby="day-tabs">
      <header className="day__head">
        <h2 id="day-tabs">{t('tab.day')}</h2>
      </header>
      <TabList onDone={() => undefined} />
      <p className="soft">{t('tab.dayWhat')}</p>
    </section>
  );
}

/** Who has closed the day is shown what it came to. */
function useCloseThatEnds(onEnd: (number: number) => void): void {
  const lastNumber = useSnapshot((snapshot) => snapshot.day.lastNumber);
  const [known, setKnown] = useState(lastNumber);
  if (lastNumber === known) return;
  setKnown(lastNumber);
  if (lastNumber > known) onEnd(lastNumber);
}

function DayPage({ onOpen }: { readonly onOpen: (view: View) => void }) {
  const { t, language } = useTranslate();
  const closes = useCloses();
  const today = useToday();
  return (
    <div className="day__page">
      <header className="day__title">
        <h1 className="day__date">{dayInWords(today.toISOString(), language)}</h1>
        <Button
          icon={FileBarChart}
          onPress={() => {
            onOpen({ kind: 'reports' });
          }}
        >
          {t('day.reports.open')}
        </Button>
      </header>
      <div className="day__sold">
        <Today />
        <OpenTabs />
        <CloseSection last={closes?.[0] ?? null} />
        <Unresolved />
      </div>
      <div className="day__sold">
        <Readiness />
        <CloseHistory
          rows={closes}
          onOpen={(number) => {
            onOpen({ kind: 'close', number });
          }}
        />
      </div>
    </div>
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
      <UnresolvedList />
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
        <Button
          pending={pending}
          onPress={() => {
            void send({ kind: 'health.check' });
          }}
        >
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
