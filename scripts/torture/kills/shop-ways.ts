import { PIN, WentWrong } from './hands.ts';
import type { Hands } from './hands.ts';
import { honourCards } from './presses.ts';
import { setUp } from './set-up.ts';
import { closeDay } from './tidy.ts';
import type { Way } from './way.ts';

const waitAMoment = (hands: Hands): Promise<void> => hands.pass(1_000);

/** The set-up, the rules of the shop, and starts. */
export const SHOP_WAYS = {
  setUp: { calls: ['registerTerminal', 'assignSeqrId'], fresh: true, go: setUp },
  registerLost: {
    calls: [],
    fresh: true,
    async go(hands) {
      await hands.spoil('registerTerminal', 'drop:after');
      await setUp(hands).catch((error: unknown) => {
        if (!(error instanceof WentWrong)) throw error;
      });
      await setUp(hands);
    },
  },
  unregister: {
    calls: ['unregisterTerminal', 'registerTerminal'],
    async go(hands) {
      // What no close covers is closed first.
      await closeDay(hands);
      await hands.must({ kind: 'terminal.unregister', pin: PIN });
      await setUp(hands);
    },
  },
  owner: {
    calls: [],
    async go(hands) {
      const same = { newPin: PIN, newPinAgain: PIN };
      // The wrong tries of earlier kills are forgotten by a right one; with five of them the till would wait.
      await hands.must({ kind: 'owner.check', pin: PIN });
      await hands.ask({ kind: 'owner.check', pin: '9753' });
      await hands.must({ kind: 'owner.change', pin: PIN, ...same });
      const made = await hands.ask({ kind: 'owner.newCode', pin: PIN });
      await hands.must({ kind: 'owner.recover', code: made.ok ? (made.detail ?? '') : '', ...same });
    },
  },
  rules: {
    calls: [],
    async go(hands) {
      await honourCards(hands);
      const { salesWithTab } = (await hands.look()).tabRules;
      await hands.must({ kind: 'tabs.change', pin: PIN, mode: 'RESERVATION_REQUIRED', minutes: 60 + hands.next(), salesWithTab });
      const number = String(20 + hands.next());
      await hands.must({ kind: 'cashier.save', pin: PIN, number, name: 'Bo' });
      await hands.must({ kind: 'cashier.select', number });
      await hands.must({ kind: 'day.scope', pin: PIN, scope: 'shop' });
      await hands.must({ kind: 'day.scope', pin: PIN, scope: 'terminal' });
      await hands.must({ kind: 'preferences.change', patch: { theme: 'dark' } });
      await hands.must({ kind: 'preferences.change', patch: { theme: 'light' } });
    },
  },
  firstStart: { calls: [], start: 'empty', go: waitAMoment },
  migrated: { calls: [], start: 'old', go: waitAMoment },
} satisfies Record<string, Way>;
