import type { Clock } from '../../clock/clock.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { ProblemCode } from '../../text/index.ts';
import { OK, refuse } from '../results.ts';
import type { ProfileStore } from './settings.ts';

export interface PinGateDeps {
  readonly clock: Clock;
  /** Where the count of wrong tries lies. */
  readonly profile: ProfileStore;
  /** Told of a wrong try once it has been counted. */
  readonly onWrong: (count: number) => void;
}

/** The gate before every secret of the owner's: one try at a time, counted on disk. */
export interface PinGate {
  /** @param wrong what is said if the secret is not right */
  try(isRight: () => Promise<boolean>, wrong: ProblemCode): Promise<IntentResult>;
  /** One piece of slow work at a time, tries among it. Refused if too many wait already. */
  inTurn(work: () => Promise<IntentResult>): Promise<IntentResult>;
}

/** Tries until the wait begins, and how long it then is: enough to make guessing four digits take days. */
const FREE_TRIES = 5;
const WAIT_MS = 30_000;
/** So many may wait for their turn: two windows and a hasty hand. */
const MAX_WAITING = 8;

export function createPinGate({ clock, profile, onWrong }: PinGateDeps): PinGate {
  /** Counted in memory too: a disk that takes no settings gives nobody more tries in this run. */
  let wrong = profile.get().ownerTries;
  // How long Kassa was off is nobody's to say: who had to wait when it stopped waits anew.
  let closedUntilMs = wrong >= FREE_TRIES ? clock.monotonicMs() + WAIT_MS : 0;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  function count(tries: number): void {
    wrong = tries;
    if (profile.get().ownerTries !== tries) profile.save({ ownerTries: tries });
  }

  async function inTurn(work: () => Promise<IntentResult>): Promise<IntentResult> {
    if (waiting >= MAX_WAITING) return refuse('pin.busy');
    waiting += 1;
    const before = last;
    const mine = before.then(work).finally(() => (waiting -= 1));
    last = mine.catch(() => undefined);
    return mine;
  }

  return {
    inTurn,
    try: (isRight, problem) =>
      inTurn(async () => {
        const leftMs = closedUntilMs - clock.monotonicMs();
        if (leftMs > 0) return refuse('pin.locked', { seconds: Math.ceil(leftMs / 1000) });
        if (await isRight()) {
          count(0);
          return OK;
        }
        count(wrong + 1);
        onWrong(wrong);
        if (wrong >= FREE_TRIES) closedUntilMs = clock.monotonicMs() + WAIT_MS;
        return refuse(problem);
      }),
  };
}
