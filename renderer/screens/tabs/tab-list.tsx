import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import type { Intent, TabView } from '../../../src/contract/index.ts';
import { formatAmount } from '../../../src/money/index.ts';
import { goTo } from '../../store/places.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Amount, Button, classNames, EmptyState, Icon, ProblemBanner } from '../../ui/index.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import { TabFigures } from './tab-figures.tsx';
import { captureProblem } from './tab-words.ts';
import './tab-list.css';

export interface TabListProps {
  /** A tab was opened, or is being settled: the list has done its work. */
  readonly onDone: () => void;
}

/** All that is reserved, the oldest first (PF-29). */
export function TabList({ onDone }: TabListProps) {
  const { t } = useTranslate();
  const tabs = useSnapshot((snapshot) => snapshot.tabs);
  if (tabs.length === 0) return <EmptyState icon={ClipboardList}>{t('tab.empty')}</EmptyState>;
  return (
    <ul className="tab-list">
      {tabs.map((tab) => (
        <TabLine key={tab.attemptId} tab={tab} onDone={onDone} />
      ))}
    </ul>
  );
}

function TabLine({ tab, onDone }: { readonly tab: TabView } & TabListProps) {
  const { t, language } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const { actions, attemptId, stateNumber } = tab;
  const named = { attemptId, stateNumber };
  const leaving = async (intent: Intent) => {
    const result = await send(intent);
    if (!result.ok) return;
    goTo({ kind: 'sale' });
    onDone();
  };
  return (
    <li className={classNames('tab-line', tab.phase !== 'held' && 'tab-line--under-way')} data-testid="tab" data-phase={tab.phase}>
      <Icon of={ClipboardList} size={24} />
      <div className="tab-line__words selectable">
        <p className="tab-line__head">
          <span className="tab-line__name">{tab.name}</span>
          <Amount of={tab.draft} className="tab-line__amount" />
        </p>
        <TabFigures tab={tab} />
        <p className="tab-line__phase">{t(tab.phase === 'committing' && tab.inDoubt ? 'tab.short.unsure' : `tab.short.${tab.phase}`)}</p>
        <LastTry tab={tab} />
        {problem !== null && <ProblemBanner problem={problem} />}
      </div>
      <div className="tab-line__actions">
        {actions.change && (
          <Button
            kind="primary"
            pending={pending}
            onPress={() => {
              void leaving({ kind: 'tab.edit', ...named });
            }}
          >
            {t('tab.action.open')}
          </Button>
        )}
        {actions.capture && !actions.change && (
          <Button
            pending={pending}
            onPress={() => {
              void leaving({ kind: 'tab.capture', ...named, revision: null });
            }}
          >
            {t('tab.action.capture', { amount: formatAmount(tab.draft, language) })}
          </Button>
        )}
        {actions.keepWaiting && (
          <Button
            pending={pending}
            onPress={() => {
              void send({ kind: 'payment.keepWaiting', ...named });
            }}
          >
            {t('tab.action.keepReserved')}
          </Button>
        )}
        {!actions.change && <WaysOut tab={tab} pending={pending} send={send} />}
      </div>
    </li>
  );
}

interface WaysOutProps extends Pick<ReturnType<typeof useFormIntent>, 'send' | 'pending'> {
  readonly tab: TabView;
}

/** Of a tab that something is under way with: it can still be released, and after a while be set aside (PF-29). */
function WaysOut({ tab, send, pending }: WaysOutProps) {
  const { t } = useTranslate();
  const [releasing, setReleasing] = useState(false);
  const { attemptId, stateNumber, actions } = tab;
  return (
    <>
      {actions.cancel && (
        <Button
          pending={pending}
          onPress={() => {
            setReleasing(true);
          }}
        >
          {t('tab.action.release')}
        </Button>
      )}
      {actions.setAside && (
        <Button
          pending={pending}
          onPress={() => {
            void send({ kind: 'payment.setAside', attemptId, stateNumber });
          }}
        >
          {t('payment.action.setAside')}
        </Button>
      )}
      {releasing && (
        <ReleaseDialog
          tab={tab}
          onClose={() => {
            setReleasing(false);
          }}
        />
      )}
    </>
  );
}

function LastTry({ tab }: { readonly tab: TabView }) {
  const { t, language } = useTranslate();
  const problem = captureProblem({ ...tab, taking: tab.draft }, t, language);
  return problem === null ? null : <p className="tab-line__phase tab-line__phase--caution">{problem.text}</p>;
}
