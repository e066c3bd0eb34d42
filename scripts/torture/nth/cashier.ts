import type { IntentResult } from '../../../src/contract/ipc.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { FaultyTill } from './faulty-till.ts';
import type { SceneName } from './grid.ts';

export const SALE_MINOR = 9_900;
export const REFUND_MINOR = 1_000;
const PIN = '4711';
const RESELLER_PASSWORD = '1234';
/** SEQR takes so long for a report. */
const REPORT_MS = 3_000;

/** Somebody at the till, and a customer, who do what the screens say until what the scene is about has been done. */
export interface Cashier {
  /** One look at the screen, and what follows from it. @returns whether there is nothing left to do */
  act(): Promise<boolean>;
}

/** What has to be done, and whether it is. */
interface Work {
  /** Null: it is done. */
  next(snapshot: Snapshot): (() => Promise<IntentResult>) | null;
}

export function createCashier(till: FaultyTill, scene: SceneName): Cashier {
  const { harness } = till;
  const paidFor = new Set<string>();
  const work = workOf(scene, harness);

  /** The customer pays what waits, once. */
  function letPay(): void {
    const { world } = harness.simulator;
    const scan = world.phone.scan(`HTTP://SEQR.SE/Q${harness.till().snapshot().setup.seqrId ?? ''}`);
    if (!scan.ok || paidFor.has(scan.value.invoiceReference)) return;
    paidFor.add(scan.value.invoiceReference);
    world.phone.pay(scan.value.invoiceReference);
  }

  async function atPayment(payment: NonNullable<Snapshot['payment']>): Promise<void> {
    const { screen, actions } = payment;
    const named = { attemptId: payment.attemptId, stateNumber: payment.stateNumber };
    if (screen.kind === 'waiting' || screen.kind === 'confirming') letPay();
    else if (screen.kind === 'sendUnknown' && actions.sendAgain) await harness.ask({ kind: 'payment.sendAgain', ...named });
    else if (screen.kind === 'reserved' && actions.capture) await harness.ask({ kind: 'tab.capture', ...named, revision: null });
    else if (actions.dismiss && screen.kind !== 'reserved' && screen.kind !== 'unknown')
      await harness.ask({ kind: 'payment.dismiss', ...named });
  }

  return {
    async act() {
      if (till.isDead()) {
        await till.restart();
        return false;
      }
      const snapshot = harness.till().snapshot();
      if (snapshot.payment !== null) {
        await atPayment(snapshot.payment);
        return false;
      }
      const tab = snapshot.tabs[0];
      if (tab !== undefined) {
        if (tab.actions.capture)
          await harness.ask({ kind: 'tab.capture', attemptId: tab.attemptId, stateNumber: tab.stateNumber, revision: null });
        return false;
      }
      const next = work.next(snapshot);
      if (next === null) return harness.till().quitWarning() === null && snapshot.receiptsToSubmit === 0;
      await next();
      return false;
    },
  };
}

function workOf(scene: SceneName, harness: FaultyTill['harness']): Work {
  /** Rows on the counter are charged; there has to be one sale. */
  const sell = (snapshot: Snapshot, charge: (revision: number) => Promise<IntentResult>): (() => Promise<IntentResult>) | null => {
    if (snapshot.sale.sale.rows.length > 0) return () => charge(snapshot.sale.revision);
    return snapshot.lastReceipt === null ? () => harness.ask({ kind: 'sale.addAmount', minor: SALE_MINOR }) : null;
  };
  switch (scene) {
    case 'sale':
    case 'start':
      return { next: (snapshot) => sell(snapshot, (revision) => harness.ask({ kind: 'sale.charge', revision })) };
    case 'tab':
      return {
        next: (snapshot) =>
          sell(snapshot, (revision) =>
            harness.ask({ kind: 'tab.open', revision, name: 'Table 4', minutes: 60, mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT' }),
          ),
      };
    case 'refund':
      return { next: (snapshot) => refund(snapshot, harness) };
    case 'close':
      return { next: (snapshot) => close(snapshot, harness) };
  }
}

/** Sent until it is done, or until nobody knows: then it is not sent again (PF-14). */
function refund({ disbursement, lastReceipt, unresolved }: Snapshot, harness: FaultyTill['harness']): (() => Promise<IntentResult>) | null {
  const { current, revision } = disbursement;
  if (current !== null) {
    if (current.screen.kind === 'sending' || (current.screen.kind === 'done' && !current.screen.recorded))
      return () => Promise.resolve({ ok: true });
    return () => harness.ask({ kind: 'disbursement.dismiss', id: current.id, stateNumber: current.stateNumber });
  }
  if ((lastReceipt?.number ?? 0) > 1 || unresolved.length > 0) return null;
  return () =>
    harness.ask({
      kind: 'refund.send',
      number: 1,
      revision,
      wish: { kind: 'amount', minor: REFUND_MINOR },
      minor: REFUND_MINOR,
      reason: 'Wrong size',
      pin: PIN,
    });
}

function close({ day }: Snapshot, harness: FaultyTill['harness']): (() => Promise<IntentResult>) | null {
  if (day.lastNumber > 0) return null;
  harness.simulator.world.advance(REPORT_MS);
  const { close: underWay } = day;
  if (underWay === null || underWay.state === 'notMarked')
    return () => harness.ask({ kind: 'day.close', password: RESELLER_PASSWORD, keep: null });
  const { closeId, stateNumber } = underWay;
  if (underWay.state === 'markLost' || underWay.state === 'held' || underWay.needsPassword)
    return () => harness.ask({ kind: 'day.goOn', closeId, stateNumber, password: RESELLER_PASSWORD, keep: null });
  return () => Promise.resolve({ ok: true });
}
