/** The hands of a cashier and of a customer on a till that may die under them at any moment. */
import type { Intent, IntentResult, Snapshot } from '../../../src/contract/index.ts';
import type { Dice } from './dice.ts';
import type { Shop } from './shop.ts';

/** The owner's PIN, and SEQR's published test shop. */
export const PIN = '2580';
export const RESELLER = { id: 'public_test_shop', userId: '9900', password: '1234' } as const;
/** For the close of day: typed anew each time. */
export const PASSWORD = { password: RESELLER.password, keep: null } as const;

/** What a cashier rang up. Each amount is another one, so that it can be looked for. */
export interface Rung {
  readonly minor: number;
  /** The till said yes: it must not lose it. */
  accepted: boolean;
  /** Taken back by the cashier. */
  removed: boolean;
}

/** A way did not go as it should. */
export class WentWrong extends Error {
  override readonly name = 'WentWrong';
}

export interface Hands {
  readonly shop: Shop;
  readonly dice: Dice;
  readonly rung: Rung[];
  readonly ask: (intent: Intent) => Promise<IntentResult>;
  /** @throws WentWrong if the till refuses */
  readonly must: (intent: Intent) => Promise<void>;
  readonly look: () => Promise<Snapshot>;
  /** Lets time pass until the till looks like that. @throws WentWrong after `limitMs` */
  readonly until: (what: string, wanted: (snapshot: Snapshot) => boolean, limitMs?: number, stepMs?: number) => Promise<Snapshot>;
  readonly pass: (ms: number) => Promise<void>;
  /** The next calls of this operation are answered like that. */
  readonly spoil: (operation: string, kind: string, count?: number) => Promise<void>;
  /** A row of an amount that nothing else has. */
  readonly ringUp: () => Promise<Rung>;
  /** A number that nobody has had. */
  readonly next: () => number;
}

const LOOK_AGAIN_MS = 1_000;
const LIMIT_MS = 90_000;
/** Real time: by then an answer that is not held back has come. */
const HELD_MS = 500;
/** Amounts from here on, apart by a prime, so that few sums of some are another. */
const FIRST_MINOR = 20_011;
const APART_MINOR = 37;

export function createHands(shop: Shop, dice: Dice): Hands {
  const rung: Rung[] = [];
  let numbers = 0;
  const next = (): number => (numbers += 1);
  /** What SEQR holds back is waited for in the till's time. */
  const ask = async (intent: Intent): Promise<IntentResult> => {
    const answer = shop.till().ask(intent);
    for (;;) {
      const result = await Promise.race([answer, soon()]);
      if (result !== null) return result;
      await shop.pass(LOOK_AGAIN_MS);
    }
  };
  const look = (): Promise<Snapshot> => shop.till().snapshot();
  const must = async (intent: Intent): Promise<void> => {
    const result = await ask(intent);
    if (!result.ok) throw new WentWrong(`${intent.kind} was refused with ${result.problem.code}`);
  };
  return {
    shop,
    dice,
    rung,
    ask,
    must,
    look,
    async until(what, wanted, limitMs = LIMIT_MS, stepMs = LOOK_AGAIN_MS) {
      for (let passedMs = 0; ; passedMs += stepMs) {
        const seen = await look();
        if (wanted(seen)) return seen;
        if (passedMs >= limitMs) throw new WentWrong(`waited in vain for ${what}: the till shows ${shown(seen)}`);
        await shop.pass(stepMs, stepMs);
      }
    },
    pass: shop.pass,
    spoil: (operation, kind, count = 1) => shop.seqr.fault(operation, kind, count),
    async ringUp() {
      const row: Rung = { minor: FIRST_MINOR + next() * APART_MINOR, accepted: false, removed: false };
      rung.push(row);
      await must({ kind: 'sale.addAmount', minor: row.minor });
      row.accepted = true;
      return row;
    },
    next,
  };
}

function soon(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, HELD_MS, null);
  });
}

/** For a message: what is on the screen. */
export function shown({ payment, disbursement, day, unresolved, setup, mode }: Snapshot): string {
  const parts = [
    mode,
    payment && `payment ${payment.screen.kind}`,
    disbursement.current && `${disbursement.current.what.kind} ${disbursement.current.screen.kind}`,
    day.close && `close ${day.close.state} ${day.close.problem?.code ?? ''}`,
    !setup.done && `set-up ${setup.step} ${setup.problem?.code ?? ''}`,
    unresolved.length > 0 && `unresolved ${unresolved.map(({ state }) => state).join(', ')}`,
  ];
  return parts.filter((part) => typeof part === 'string').join('; ');
}
