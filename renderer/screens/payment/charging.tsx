import { PencilLine, QrCode as QrIcon, Smartphone } from 'lucide-react';
import type { PaymentView } from '../../../src/contract/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, classNames, Icon, QrCode } from '../../ui/index.ts';
import { BigAmount } from './big-amount.tsx';
import { ChangeCaution } from './change-caution.tsx';
import { cashierSentence } from './payment-words.ts';
import { Claim, SaysPaidButton } from './says-paid.tsx';
import { StageList } from './stage-list.tsx';
import { TermsLine } from './terms-line.tsx';
import { useAttempt } from './use-attempt.ts';
import { useCardScan } from './use-card-scan.ts';
import './charging.css';

const WITH_CODE: ReadonlySet<PaymentView['screen']['kind']> = new Set(['waiting', 'confirming']);

/** Under way: the code, the amount, what has happened. Cancel is small and far from everything. */
export function Charging({ view }: { readonly view: PaymentView }) {
  const { t, language } = useTranslate();
  const attempt = useAttempt(view);
  useCardScan(view);
  return (
    <div className="charging">
      <Code view={view} />
      <div className="charging__course">
        <BigAmount of={view.amount} />
        <div className="charging__said">
          <p className="charging__sentence">{cashierSentence(view, t, language)}</p>
          <TermsLine view={view} />
        </div>
        <StageList view={view} />
        <Question view={view} {...attempt} />
      </div>
      <div className="charging__caution">
        <ChangeCaution view={view} />
        <Claim view={view} />
      </div>
      <Foot view={view} {...attempt} />
    </div>
  );
}

/** What the customer's phone is held to; its place stays where it is while there is none. */
function Code({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslate();
  const withCode = WITH_CODE.has(view.screen.kind);
  return (
    <div className="charging__code">
      <div className="charging__qr">
        {withCode ? (
          <QrCode text={view.code} label={t('payment.customer.scan')} />
        ) : (
          <div className="charging__no-code">
            <Icon of={QrIcon} size={64} />
          </div>
        )}
      </div>
      <p className="charging__scan">{withCode ? t('payment.customer.scan') : ''}</p>
      <p className="charging__id selectable">{t('payment.correlation', { id: view.correlationId })}</p>
    </div>
  );
}

interface PartProps extends Pick<ReturnType<typeof useAttempt>, 'act' | 'pending'> {
  readonly view: PaymentView;
}

/** Whether to wait any longer, asked of the cashier (PF-13); also the way back from a cancel that SEQR has not answered. */
function Question({ view: { screen, actions }, act, pending }: PartProps) {
  const { t } = useTranslate();
  const question = (screen.kind === 'waiting' || screen.kind === 'confirming') && screen.question;
  const keepWaiting = () => {
    act('keepWaiting');
  };
  return (
    <div className={classNames('charging__question', question && 'charging__question--asked')}>
      {question && (
        <>
          <span>{t('payment.cashier.question')}</span>
          <Button kind="primary" disabled={!actions.keepWaiting} pending={pending} onPress={keepWaiting}>
            {t('payment.action.keepWaiting')}
          </Button>
        </>
      )}
      {!question && actions.setAside && (
        <Button
          kind="primary"
          pending={pending}
          onPress={() => {
            act('setAside');
          }}
        >
          {t('payment.action.setAside')}
        </Button>
      )}
      {!question && screen.kind === 'cancelling' && actions.keepWaiting && (
        <Button pending={pending} onPress={keepWaiting}>
          {t('payment.action.keepWaiting')}
        </Button>
      )}
    </div>
  );
}

function Foot({ view, act, pending }: PartProps) {
  const { t } = useTranslate();
  const { actions } = view;
  return (
    <footer className="charging__foot">
      <Button
        disabled={!actions.cancel}
        pending={pending}
        onPress={() => {
          act('cancel');
        }}
      >
        {t('payment.action.cancel')}
      </Button>
      <span className="charging__apart">
        <SaysPaidButton view={view} act={act} pending={pending} />
        {!view.test && (
          <Button
            kind="quiet"
            icon={PencilLine}
            disabled={!actions.change}
            pending={pending}
            onPress={() => {
              act('change');
            }}
          >
            {t('changing.change')}
          </Button>
        )}
        <PhoneButton />
      </span>
    </footer>
  );
}

/** Practice only: the customer's phone beside the till. */
export function PhoneButton() {
  const { t } = useTranslate();
  const practice = useSnapshot((snapshot) => snapshot.mode === 'practice');
  const { send, pending } = useIntent();
  if (!practice) return null;
  return (
    <Button
      kind="quiet"
      icon={Smartphone}
      pending={pending}
      onPress={() => {
        void send({ kind: 'window.phone' });
      }}
    >
      {t('sale.after.phone')}
    </Button>
  );
}
