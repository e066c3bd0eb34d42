import { BellRing, CircleHelp, HandCoins, Hourglass, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { dateAndTime } from '../../store/dates.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Amount, Button, classNames, EmptyState, Icon } from '../../ui/index.ts';
import { ResolveForm } from '../disbursement/resolve-form.tsx';
import { SendAgain } from '../disbursement/send-again.tsx';
import { ClosePayment } from './close-payment.tsx';
import { CloseRefused } from './close-refused.tsx';
import { FreeSale } from './free-sale.tsx';
import { GiveBack } from './give-back.tsx';
import './unresolved-list.css';

const GLYPHS = { setAside: Hourglass, possibleOrphan: CircleHelp, alarm: BellRing, disbursement: Undo2, giveBack: HandCoins } as const;

/** PF-16: what is not resolved yet, and what somebody must read. */
export function UnresolvedList() {
  const { t } = useTranslate();
  const unresolved = useSnapshot((snapshot) => snapshot.unresolved);
  if (unresolved.length === 0) return <EmptyState icon={Hourglass}>{t('payment.unresolved.empty')}</EmptyState>;
  return (
    <ul className="unresolved-list">
      {unresolved.map((item) => (
        <UnresolvedLine key={item.id} item={item} />
      ))}
    </ul>
  );
}

function UnresolvedLine({ item }: { readonly item: UnresolvedItem }) {
  const { t, language } = useTranslate();
  const { send, pending } = useIntent();
  const paidBy = item.paidBy === undefined ? '' : t('payment.unresolved.freedPaid', { number: item.paidBy, said: item.seqrSaid ?? '' });
  return (
    <li
      className={classNames('unresolved-item', (item.kind === 'alarm' || item.kind === 'giveBack') && 'unresolved-item--alarm')}
      data-testid="unresolved-item"
      data-kind={item.kind}
      data-state={item.state}
    >
      <Icon of={GLYPHS[item.kind]} size={24} />
      <div className="unresolved-item__words selectable">
        <p className="unresolved-item__head">{t(`payment.unresolved.${item.state}`, { number: item.receiptNumber ?? '–', paidBy })}</p>
        <p className="soft small">{`${dateAndTime(item.since, language)} · ${t('payment.correlation', { id: item.correlationId })}`}</p>
        <Amount of={item.amount} className="unresolved-item__amount" />
      </div>
      {item.dismissable && (
        <Button
          pending={pending}
          onPress={() => {
            const { id, attemptId, stateNumber } = item;
            void send({ kind: 'unresolved.dismiss', itemId: id, attemptId, stateNumber });
          }}
        >
          {t('payment.unresolved.dismiss')}
        </Button>
      )}
      {item.kind === 'disbursement' && (
        <Opened word={t('disbursement.resolve.open')}>
          <ResolveForm item={item} />
        </Opened>
      )}
      {item.sendAgain === true && (
        <Opened word={t('disbursement.resolve.again.open')}>
          <SendAgain item={item} />
        </Opened>
      )}
      {item.kind === 'giveBack' && (
        <Opened word={t('payment.unresolved.giveBack.open')}>
          <GiveBack item={item} />
        </Opened>
      )}
      {item.refundRefused === true && (
        <Opened word={t('payment.unresolved.closeRefused.open')}>
          <CloseRefused item={item} />
        </Opened>
      )}
      {item.free === true && (
        <Opened word={t('payment.unresolved.free.open')}>
          <FreeSale item={item} />
        </Opened>
      )}
      {(item.kind === 'setAside' || item.kind === 'possibleOrphan' || item.kind === 'giveBack') && (
        <Opened word={t('day.supervise.open')}>
          <ClosePayment item={item} />
        </Opened>
      )}
    </li>
  );
}

/** A way out that is opened only when it is wanted. */
function Opened({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  if (open) return <div className="unresolved-item__resolve">{children}</div>;
  return (
    <Button
      onPress={() => {
        setOpen(true);
      }}
    >
      {word}
    </Button>
  );
}
