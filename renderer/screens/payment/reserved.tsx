import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import type { PaymentScreen, PaymentView } from '../../../src/contract/index.ts';
import { formatAmount } from '../../../src/money/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Banner, Button, classNames, Icon, Progress } from '../../ui/index.ts';
import { TabFigures } from '../tabs/tab-figures.tsx';
import { captureProblem } from '../tabs/tab-words.ts';
import { BigAmount } from './big-amount.tsx';
import { NextSale } from './next-sale.tsx';
import { cashierSentence, tabFacts } from './payment-words.ts';
import { Claim, SaysPaidButton } from './says-paid.tsx';
import { useAttempt } from './use-attempt.ts';
import './reserved.css';

export interface ReservedProps {
  readonly view: PaymentView;
  readonly screen: Extract<PaymentScreen, { kind: 'reserved' }>;
}

/** Something is under way with SEQR, and goes on whatever is pressed. */
const UNDER_WAY: ReadonlySet<ReservedProps['screen']['phase']> = new Set(['updating', 'committing', 'committed', 'unsure', 'releasing']);

/** A tab: reserved, not paid. What is taken of it, and when, the cashier decides (PF-29). */
export function Reserved({ view, screen }: ReservedProps) {
  const { t, language } = useTranslate();
  const tab = useSnapshot((snapshot) => snapshot.tabs.find(({ attemptId }) => attemptId === view.attemptId));
  const attempt = useAttempt(view);
  const { phase } = screen;
  const facts = tabFacts(view, screen);
  const sentence = cashierSentence(view, t, language);
  const problem = captureProblem(facts, t, language);
  const doubtful = phase === 'unsure' || phase === 'lapsed' || (phase === 'committing' && screen.inDoubt);
  return (
    <div className={classNames('reserved', doubtful && 'reserved--doubtful')} data-phase={phase} data-testid="reserved">
      <div className="reserved__middle selectable">
        <p className="reserved__tab">
          <Icon of={ClipboardList} size={32} />
          {t('tab.of', { name: view.tab ?? '' })}
        </p>
        <BigAmount of={phase === 'updating' || phase === 'committing' ? facts.taking : view.amount} />
        {UNDER_WAY.has(phase) ? (
          <div className="reserved__sentence">
            <Progress>{sentence}</Progress>
          </div>
        ) : (
          <p className="reserved__sentence">{sentence}</p>
        )}
        {tab !== undefined && <TabFigures tab={tab} show="rungUp" />}
        <Claim view={view} />
        <SaysPaidButton view={view} {...attempt} />
        {problem !== null && (
          <Banner tone="caution" title={problem.text}>
            {problem.code !== null && <p className="banner__code">{t('common.code', { code: problem.code })}</p>}
          </Banner>
        )}
      </div>
      <Foot view={view} due={tab === undefined ? view.amount : tab.draft} />
    </div>
  );
}

interface FootProps {
  readonly view: PaymentView;
  /** What would be taken now. */
  readonly due: PaymentView['amount'];
}

function Foot({ view, due }: FootProps) {
  const { act, pending } = useAttempt(view);
  const [asking, setAsking] = useState(false);
  if (asking && view.actions.cancel) {
    return (
      <ReleaseQuestion
        view={view}
        due={due}
        pending={pending}
        onKeep={() => {
          setAsking(false);
        }}
        onRelease={() => {
          act('cancel');
        }}
      />
    );
  }
  return (
    <Actions
      view={view}
      due={due}
      act={act}
      pending={pending}
      onAsk={() => {
        setAsking(true);
      }}
    />
  );
}

interface ReleaseQuestionProps extends FootProps {
  readonly pending: boolean;
  readonly onKeep: () => void;
  readonly onRelease: () => void;
}

/** Released is released: asked once more, with what the shop gives up. */
function ReleaseQuestion({ view, due, pending, onKeep, onRelease }: ReleaseQuestionProps) {
  const { t, language } = useTranslate();
  const amount = formatAmount(view.amount, language);
  return (
    <footer className="reserved__foot" role="group" aria-label={t('tab.release.title', { name: view.tab ?? '' })}>
      <p className="reserved__question">
        {t('tab.release.text', { amount })} {t('tab.release.goes', { amount: formatAmount(due, language) })}
      </p>
      <Button autoFocus onPress={onKeep}>
        {t('tab.action.keepReserved')}
      </Button>
      <Button kind="danger" pending={pending} onPress={onRelease}>
        {t('tab.release.confirm', { amount })}
      </Button>
    </footer>
  );
}

interface ActionsProps extends FootProps, Pick<ReturnType<typeof useAttempt>, 'act' | 'pending'> {
  readonly onAsk: () => void;
}

function Actions({ view, due, act, pending, onAsk }: ActionsProps) {
  const { t, language } = useTranslate();
  const { send, pending: sending } = useIntent();
  const { attemptId, stateNumber, actions } = view;
  const waits = pending || sending;
  return (
    <footer className="reserved__foot">
      {actions.keepWaiting ? (
        <Button
          pending={waits}
          onPress={() => {
            act('keepWaiting');
          }}
        >
          {t('tab.action.keepReserved')}
        </Button>
      ) : (
        <Button kind="danger" disabled={!actions.cancel} pending={waits} onPress={onAsk}>
          {t('tab.action.release')}
        </Button>
      )}
      <span className="reserved__id selectable">{t('payment.correlation', { id: view.correlationId })}</span>
      {actions.setAside ? (
        <Button
          size="large"
          pending={waits}
          onPress={() => {
            act('setAside');
          }}
        >
          {t('payment.action.setAside')}
        </Button>
      ) : (
        <Button
          size="large"
          disabled={!actions.change}
          pending={waits}
          onPress={() => {
            void send({ kind: 'tab.edit', attemptId, stateNumber });
          }}
        >
          {t('tab.action.add')}
        </Button>
      )}
      <Button
        size="large"
        disabled={!actions.capture || due.minor <= 0}
        pending={waits}
        testId="capture"
        onPress={() => {
          void send({ kind: 'tab.capture', attemptId, stateNumber, revision: null });
        }}
      >
        {t('tab.action.capture', { amount: formatAmount(due, language) })}
      </Button>
      <NextSale ready={actions.dismiss} pending={waits} onPress={() => act('dismiss')} />
    </footer>
  );
}
