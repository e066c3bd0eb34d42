import { BellRing, CircleHelp, Hourglass, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { TrayItem } from '../../../src/contract/index.ts';
import { dateAndTime } from '../../store/dates.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Amount, Button, classNames, EmptyState, Icon } from '../../ui/index.ts';
import { SettleForm } from '../outgoing/settle-form.tsx';
import './tray-list.css';

const GLYPHS = { setAside: Hourglass, possibleOrphan: CircleHelp, alarm: BellRing, outgoing: Undo2 } as const;

/** PF-16: what is not settled yet, and what somebody must read. */
export function TrayList() {
  const { t } = useTranslate();
  const tray = useSnapshot((snapshot) => snapshot.tray);
  if (tray.length === 0) return <EmptyState icon={Hourglass}>{t('payment.tray.empty')}</EmptyState>;
  return (
    <ul className="tray-list">
      {tray.map((item) => (
        <TrayLine key={item.id} item={item} />
      ))}
    </ul>
  );
}

function TrayLine({ item }: { readonly item: TrayItem }) {
  const { t, language } = useTranslate();
  const { send, pending } = useIntent();
  return (
    <li
      className={classNames('tray-item', item.kind === 'alarm' && 'tray-item--alarm')}
      data-testid="tray-item"
      data-kind={item.kind}
      data-state={item.state}
    >
      <Icon of={GLYPHS[item.kind]} size={24} />
      <div className="tray-item__words selectable">
        <p className="tray-item__head">{t(`payment.tray.${item.state}`, { number: item.receiptNumber ?? '–' })}</p>
        <p className="soft small">{`${dateAndTime(item.since, language)} · ${t('payment.correlation', { id: item.correlationId })}`}</p>
        <Amount of={item.amount} className="tray-item__amount" />
      </div>
      {item.dismissable && (
        <Button
          pending={pending}
          onPress={() => {
            const { id, attemptId, stateNumber } = item;
            void send({ kind: 'tray.dismiss', trayId: id, attemptId, stateNumber });
          }}
        >
          {t('payment.tray.dismiss')}
        </Button>
      )}
      {item.kind === 'outgoing' && <Settling item={item} />}
    </li>
  );
}

/** Opened only when SEQR's answer lies there. */
function Settling({ item }: { readonly item: TrayItem }) {
  const { t } = useTranslate();
  const [open, setOpen] = useState(false);
  if (open) {
    return (
      <div className="tray-item__settle">
        <SettleForm item={item} />
      </div>
    );
  }
  return (
    <Button
      onPress={() => {
        setOpen(true);
      }}
    >
      {t('outgoing.settle.open')}
    </Button>
  );
}
