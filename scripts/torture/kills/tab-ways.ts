import type { Snapshot } from '../../../src/contract/index.ts';
import { payFor } from './customer.ts';
import { WentWrong } from './hands.ts';
import type { Hands } from './hands.ts';
import { at, onScreen, paid, press, readAlarms, voidSale } from './presses.ts';
import type { Way } from './way.ts';

/** @param minutes that SEQR keeps the money */
async function openTab(hands: Hands, minutes = 120): Promise<void> {
  await hands.ringUp();
  const { revision } = (await hands.look()).sale;
  await hands.must({ kind: 'tab.open', revision, name: 'Table 4', mode: 'RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', minutes });
  await onScreen(hands, 'waiting');
  await payFor(hands);
  await onScreen(hands, 'reserved');
  await press(hands, 'dismiss');
}

async function theTab(hands: Hands): Promise<Snapshot['tabs'][number]> {
  const [tab] = (await hands.look()).tabs;
  if (tab === undefined) throw new WentWrong('there is no tab');
  return tab;
}

async function addToTab(hands: Hands): Promise<number> {
  await hands.must({ kind: 'tab.edit', ...at(await theTab(hands)) });
  await hands.pass(1_000);
  await hands.ringUp();
  return (await hands.look()).sale.revision;
}

/** Tabs: settled, let go, and run out. */
export const TAB_WAYS = {
  tab: {
    calls: ['updateInvoice', 'commitReservation'],
    async go(hands) {
      await openTab(hands);
      const kept = await addToTab(hands);
      await hands.must({ kind: 'tab.keep', ...at(await theTab(hands)), revision: kept });
      const revision = await addToTab(hands);
      await hands.must({ kind: 'tab.capture', ...at(await theTab(hands)), revision });
      await paid(hands);
    },
  },
  tabReleased: {
    calls: ['cancelInvoice'],
    async go(hands) {
      await openTab(hands);
      await hands.must({ kind: 'payment.cancel', ...at(await theTab(hands)) });
      await hands.until('the tab to be released', ({ tabs }) => tabs.length === 0);
    },
  },
  tabLapsed: {
    calls: [],
    async go(hands) {
      await openTab(hands, 1);
      await hands.until('the tab to lapse', ({ tabs }) => tabs.length === 0, 300_000);
      await readAlarms(hands);
      await voidSale(hands);
    },
  },
  tabLapsedMeanwhile: {
    calls: [],
    async go(hands) {
      await openTab(hands, 1);
      await hands.ringUp();
      await hands.until('the tab to lapse', ({ tabs }) => tabs.length === 0, 300_000);
      await voidSale(hands);
      await readAlarms(hands);
      await voidSale(hands);
    },
  },
} satisfies Record<string, Way>;
