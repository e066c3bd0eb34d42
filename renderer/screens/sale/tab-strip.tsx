import type { TabView } from '../../../src/contract/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button } from '../../ui/index.ts';
import { TabFigures } from '../tabs/tab-figures.tsx';
import { phaseWords, captureProblem } from '../tabs/tab-words.ts';
import './sale-strip.css';

/** Over the rows of a tab: what is reserved, how long, and what is being done about it. */
export function TabStrip({ tab }: { readonly tab: TabView }) {
  const { t, language } = useTranslate();
  const { figures } = useSnapshot((snapshot) => snapshot.sale);
  const { send, pending } = useIntent();
  const { attemptId, stateNumber, actions, phase } = tab;
  const facts = { ...tab, taking: tab.draft };
  const problem = captureProblem(facts, t, language);
  return (
    <div className="tab-strip" data-testid="tab-strip" data-phase={phase}>
      <TabFigures tab={tab} show="reserved" rungUp={figures.total} />
      {phase !== 'held' && (
        <p className="tab-strip__caution" role="status">
          {phaseWords(facts, t, language)}
        </p>
      )}
      {problem !== null && <p className="tab-strip__caution">{problem.text}</p>}
      {actions.keepWaiting && (
        <Button
          pending={pending}
          onPress={() => {
            void send({ kind: 'payment.keepWaiting', attemptId, stateNumber });
          }}
        >
          {t('tab.action.keepReserved')}
        </Button>
      )}
    </div>
  );
}
