import { ChevronDown, Monitor } from 'lucide-react';
import { useEffect, useState } from 'react';
import { TabsButton } from '../../screens/tabs/index.ts';
import { UnresolvedButton } from '../../screens/unresolved/index.ts';
import { clockTime } from '../../store/dates.ts';
import { goTo, usePlaces } from '../../store/places.ts';
import type { Place } from '../../store/places.ts';
import { sendIntent } from '../../store/send-intent.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Icon, Menu } from '../../ui/index.ts';
import { SeqrStatus } from './seqr-status.tsx';
import './title-row.css';

const PLACES = [
  { kind: 'sale' },
  { kind: 'journal', receipt: null },
  { kind: 'day' },
  { kind: 'settings', section: null },
] as const satisfies readonly Place[];

/** Which place of the row a place belongs to. */
const WITHIN = { sale: 'sale', journal: 'journal', refund: 'journal', day: 'day', payOut: 'day', settings: 'settings' } as const;

/** While a payment is on screen there is nowhere to go: the row says only how things are. */
export function TitleRow({ paying }: { readonly paying: boolean }) {
  const { t } = useTranslate();
  const here = usePlaces((state) => WITHIN[state.place.kind]);
  return (
    <header className="title-row">
      <span className="title-row__name">Kassa</span>
      {!paying && (
        <nav className="title-row__places" aria-label={t('common.place.label')}>
          {PLACES.map((place) => (
            <button
              key={place.kind}
              type="button"
              className="place"
              onMouseDown={(event) => {
                event.preventDefault();
              }}
              onClick={() => {
                goTo(place);
              }}
              {...(place.kind === here ? { 'aria-current': 'page' as const } : {})}
            >
              {t(`common.place.${place.kind}`)}
            </button>
          ))}
        </nav>
      )}
      <div className="title-row__rest">
        <TabsButton disabled={paying} />
        <UnresolvedButton disabled={paying} />
        <SeqrStatus disabled={paying} />
        <Button
          kind="quiet"
          icon={Monitor}
          label={t('common.customerDisplay')}
          onPress={() => {
            void sendIntent({ kind: 'window.customerDisplay', open: true });
          }}
        >
          {null}
        </Button>
        <CashierMenu disabled={paying} />
        <Clock />
      </div>
    </header>
  );
}

/** While the till is being set up: money that an earlier set-up left, and nothing else. Not there where there is none. */
export function LeftMoneyRow() {
  const isLeft = useSnapshot(({ unresolved, tabs }) => unresolved.length > 0 || tabs.length > 0);
  if (!isLeft) return null;
  return (
    <header className="title-row">
      <span className="title-row__name">Kassa</span>
      <div className="title-row__rest">
        <TabsButton disabled={false} />
        <UnresolvedButton disabled={false} />
      </div>
    </header>
  );
}

function CashierMenu({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslate();
  const cashier = useSnapshot((snapshot) => snapshot.cashier);
  const cashiers = useSnapshot((snapshot) => snapshot.cashiers);
  const entries = cashiers.map(({ number, name }) => ({
    id: number,
    label: `${number} · ${name}`,
    onChoose: () => {
      void sendIntent({ kind: 'cashier.select', number });
    },
  }));
  return (
    <Menu label={t('common.cashier.choose')} entries={entries}>
      <Button kind="quiet" disabled={disabled || entries.length === 0} testId="cashier">
        {cashier?.name ?? t('common.cashier.nobody')}
        <Icon of={ChevronDown} size={16} />
      </Button>
    </Menu>
  );
}

function Clock() {
  const { language } = useTranslate();
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(new Date().toISOString());
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, []);
  return <time className="clock">{clockTime(now, language)}</time>;
}
