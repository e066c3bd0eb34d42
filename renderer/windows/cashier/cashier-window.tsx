import { useEffect } from 'react';
import type { PaymentView } from '../../../src/contract/index.ts';
import { handScan, useKeys } from '../../input/index.ts';
import { startKeyboard } from '../../input/keyboard.ts';
import { PaymentScreen, usePaymentAttention } from '../../screens/payment/index.ts';
import { SaleScreen } from '../../screens/sale/index.ts';
import { useCatalogueFeed } from '../../store/catalogue-store.ts';
import { tell } from '../../store/messages.ts';
import { goTo, usePlaces } from '../../store/places.ts';
import { currentSnapshot, useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { PracticeBand } from '../../ui/index.ts';
import { attention } from '../../ui/sounds.ts';
import { MessageRow } from './message-row.tsx';
import { day, fetchPlaces, journal, disbursement as disbursementPart, payOut, refund, settings, wizard } from './parts.tsx';
import { LeftMoneyRow, TitleRow } from './title-row.tsx';
import './cashier-window.css';

/** However busy the window is. Milliseconds. */
const FETCH_PLACES_WITHIN_MS = 2_000;

/** The cashier's window: the set-up until it is done, then the place, and over every place money that moves. */
export function CashierWindow() {
  const ready = useSnapshot((snapshot) => snapshot.setup.done);
  const payment = useSnapshot((snapshot) => snapshot.payment);
  const disbursement = useSnapshot((snapshot) => snapshot.disbursement.current);
  useCatalogueFeed();
  usePaymentAttention();
  useWindowKeyboard();
  useFetchedPlaces(ready);
  return (
    <div className="cashier-window">
      {ready ? <TitleRow paying={payment !== null || disbursement !== null} /> : <LeftMoneyRow />}
      <PracticeBand />
      <MessageRow />
      <div className="cashier-window__place">
        <WhatIsOn />
      </div>
    </div>
  );
}

function WhatIsOn() {
  const ready = useSnapshot((snapshot) => snapshot.setup.done);
  const payment = useSnapshot((snapshot) => snapshot.payment);
  const disbursement = useSnapshot((snapshot) => snapshot.disbursement.current);
  // A payment that an earlier set-up left open comes before the wizard, whose own has its place there.
  if (!ready && (payment === null || payment.test)) return <wizard.Part />;
  if (payment !== null) return showsSale(payment) ? <SaleScreen /> : <PaymentScreen view={payment} />;
  return disbursement === null ? <PlaceOf /> : <disbursementPart.Part view={disbursement} />;
}

/** While a waiting sale is changed, unless something about the payment has to be seen. */
function showsSale({ changing, screen }: PaymentView): boolean {
  return changing && (screen.kind === 'waiting' || screen.kind === 'confirming');
}

/** Once the first screen stands and nothing else is to be done, the other places come in. */
function useFetchedPlaces(ready: boolean): void {
  useEffect(() => {
    if (!ready) return undefined;
    const idle = requestIdleCallback(() => void fetchPlaces(), { timeout: FETCH_PLACES_WITHIN_MS });
    return () => {
      cancelIdleCallback(idle);
    };
  }, [ready]);
}

function PlaceOf() {
  const place = usePlaces((state) => state.place);
  useKeys({
    actions: {
      back: () => {
        goTo({ kind: 'sale' });
        return true;
      },
      journal: () => {
        goTo({ kind: 'journal', receipt: null });
        return true;
      },
    },
  });
  switch (place.kind) {
    case 'sale':
      return <SaleScreen />;
    case 'journal':
      return <journal.Part key={place.receipt ?? 'all'} initialNumber={place.receipt} />;
    case 'refund':
      return <refund.Part key={place.receipt} receiptNumber={place.receipt} />;
    case 'payOut':
      return <payOut.Part />;
    case 'day':
      return <day.Part />;
    case 'settings':
      return <settings.Part key={place.section ?? 'all'} section={place.section} />;
  }
}

/** Keys and scans of the whole window; a scan that nobody takes is never met with silence (A4). */
function useWindowKeyboard(): void {
  const { t } = useTranslate();
  useEffect(
    () =>
      startKeyboard({
        changes: () => currentSnapshot().preferences.shortcuts,
        onScan: (code) => {
          if (handScan(code)) return;
          attention();
          tell({ kind: 'caution', text: t('common.scan.notHere') });
        },
        onShortScan: () => {
          attention();
          tell({ kind: 'problem', problem: { code: 'scan.short' } });
        },
      }),
    [t],
  );
}
