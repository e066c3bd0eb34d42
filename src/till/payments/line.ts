import type { Clock } from '../../clock/clock.ts';
import type { AttemptFacts } from '../../payment/index.ts';
import type { Answer, CallContext, Credentials, SeqrService } from '../../protocol/index.ts';
import { CANNOT_ASK } from '../service/answers.ts';
import type { Holding } from './holding.ts';

export interface LineDeps {
  readonly clock: Clock;
  /** Who to ask, and as whom; null when the terminal's password cannot be read. */
  readonly serviceFor: (facts: AttemptFacts) => { readonly service: SeqrService; readonly credentials: Credentials } | null;
  readonly stopped: () => boolean;
}

/** The desk's line to SEQR: who is asked, what is under way, and when SEQR was last heard. */
export interface Line {
  /** `then` is called with the answer, also when nothing could be sent; not after the desk has stopped. */
  ask<Value>(
    facts: AttemptFacts,
    question: (service: SeqrService, context: CallContext) => Promise<Answer<Value>>,
    then: (answer: Answer<Value>) => void,
  ): void;
  /** SEQR has given a good word about this attempt. */
  heard(holding: Holding, tookMs: number): void;
  /** Resolves when everything that is being asked now has been answered, or has failed. */
  answered(): Promise<void>;
  /** The last good word from SEQR about any attempt. */
  lastGood(): { readonly atMs: number; readonly tookMs: number } | null;
}

export function createLine({ clock, serviceFor, stopped }: LineDeps): Line {
  const underWay = new Set<Promise<unknown>>();
  let lastGood: { readonly atMs: number; readonly tookMs: number } | null = null;

  return {
    ask(facts, question, then) {
      const door = serviceFor(facts);
      const answer = door
        ? question(door.service, { credentials: door.credentials, clientReference: facts.clientReference })
        : Promise.resolve(CANNOT_ASK);
      const ended = answer.then((given) => {
        underWay.delete(ended);
        if (!stopped()) then(given);
      });
      underWay.add(ended);
    },
    heard(holding, tookMs) {
      lastGood = { atMs: clock.monotonicMs(), tookMs };
      holding.lastGoodWallMs = clock.wallMs();
    },
    async answered() {
      await Promise.all(underWay);
    },
    lastGood: () => lastGood,
  };
}
