import { BellRing, CircleHelp, HandCoins, Hourglass, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { UnresolvedItem } from '../../../src/contract/index.ts';
import { dateAndTime, timeOfDay } from '../../store/dates.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Amount, Button, classNames, EmptyState, Icon, saidText } from '../../ui/index.ts';
import { ResolveForm } from '../disbursement/resolve-form.tsx';
import { SendAgain } from '../disbursement/send-again.tsx';
import { ClosePayment } from './close-payment.tsx';
import { CloseRefused } from './close-refused.tsx';
import { Course } from './course.tsx';
import { dayItems } from './day-items.ts';
import { DayLine } from './day-line.tsx';
import { FreeSale } from './free-sale.tsx';
import { GiveBack } from './give-back.tsx';
import { TakePart } from './take-part.tsx';
import { awaitedWords, doingWords } from './unresolved-words.ts';
import './unresolved-list.css';

const GLYPHS = { setAside: Hourglass, possibleOrphan: CircleHelp, alarm: BellRing, disbursement: Undo2, giveBack: HandCoins } as const;

export interface UnresolvedListProps {
  /** Called when somebody goes to the day's screen. Absent: this is the day's screen, which shows its closes itself. */
  readonly onLeave?: () => void;
}

/** PF-16: what is not resolved yet, and what somebody must read. */
export function UnresolvedList({ onLeave }: UnresolvedListProps) {
  const { t } = useTranslate();
  const unresolved = useSnapshot((snapshot) => snapshot.unresolved);
  const day = useSnapshot((snapshot) => snapshot.day);
  const ofTheDay = onLeave === undefined ? [] : dayItems(day);
  if (unresolved.length + ofTheDay.length === 0) return <EmptyState icon={Hourglass}>{t('payment.unresolved.empty')}</EmptyState>;
  return (
    <ul className="unresolved-list">
      {unresolved.map((item) => (
        <UnresolvedLine key={item.id} item={item} />
      ))}
      {ofTheDay.map((item) => (
        <DayLine key={item.kind} item={item} {...(onLeave === undefined ? {} : { onLeave })} />
      ))}
    </ul>
  );
}

function UnresolvedLine({ item }: { readonly item: UnresolvedItem }) {
  const { t, language } = useTranslate();
  const moments = {
    dateAndTime: (iso: string) => dateAndTime(iso, language),
    timeOfDay: (iso: string) => timeOfDay(iso, language),
  };
  const paidBy = item.paidBy === undefined ? '' : t('payment.unresolved.freedPaid', { number: item.paidBy });
  const said = item.said === null ? '–' : saidText(item.said, t, language);
  const known = t(`payment.unresolved.${item.state}`, { number: item.receiptNumber ?? '–', said, paidBy });
  return (
    <li
      className={classNames('unresolved-item', (item.kind === 'alarm' || item.kind === 'giveBack') && 'unresolved-item--alarm')}
      data-testid="unresolved-item"
      data-kind={item.kind}
      data-state={item.state}
    >
      <Icon of={GLYPHS[item.kind]} size={24} />
      <div className="unresolved-item__words selectable">
        <p className="unresolved-item__head">{known}</p>
        <p className="soft small">{`${dateAndTime(item.since, language)} · ${t('payment.correlation', { id: item.correlationId })}`}</p>
      </div>
      <Amount of={item.amount} className="unresolved-item__amount" />
      <Course
        doing={doingWords(item.doing, t, moments)}
        waitsFor={item.waitsFor.map((awaited) => awaitedWords(awaited, t, moments))}
        tell={t(`unresolved.tell.${item.state}`)}
      />
      <Ways item={item} />
    </li>
  );
}

/** Every way out that the rules give. */
function Ways({ item }: { readonly item: UnresolvedItem }) {
  const { t } = useTranslate();
  const { send, pending } = useIntent();
  return (
    <div className="unresolved-item__ways">
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
      {item.rest !== undefined && (
        <Opened word={t('payment.unresolved.part.open')}>
          <TakePart item={item} rest={item.rest} />
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
      {item.closeAs.length > 0 && (
        <Opened word={t('day.supervise.open')}>
          <ClosePayment item={item} />
        </Opened>
      )}
    </div>
  );
}

/** A way out that is opened only when it is wanted, and can be put away again. */
function Opened({ word, children }: { readonly word: string; readonly children: ReactNode }) {
  const { t } = useTranslate();
  const [open, setOpen] = useState(false);
  if (open)
    return (
      <div className="unresolved-item__resolve">
        {children}
        <Button
          kind="quiet"
          onPress={() => {
            setOpen(false);
          }}
        >
          {t('unresolved.notNow')}
        </Button>
      </div>
    );
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
