import { referenceOf } from '../../../payment/index.ts';
import type { AttemptState } from '../../../payment/index.ts';
import type { KnownBook } from './books.ts';
import type { Machine } from './machine.ts';
import type { Reads } from './reads.ts';
import type { Fail } from './rules.ts';

export interface HeardRulesDeps {
  readonly machine: () => Machine;
  readonly reads: Reads;
  readonly fail: Fail;
}

/** What was told is on disk after so long. */
const TO_DISK_MS = 2_000;

/** What SEQR says after PAID is heard: that it is PAID, or that it was taken back (PF-08). */
export function createHeardRules({ machine, reads, fail }: HeardRulesDeps): (book: KnownBook) => void {
  const nowMs = (): number => machine().clock.monotonicMs();
  const startedMs = (): number => machine().lives.all().at(-1)?.fromMs ?? 0;

  /** PAID that SEQR has said again, after it had come to disk, is confirmed. */
  function checkConfirmed({ attempts }: KnownBook): void {
    for (const { record, changedMs } of attempts.values()) {
      const sinceMs = Math.max(changedMs, startedMs()) + TO_DISK_MS;
      const again = isNamed(record.state) ? reads.of(referenceOf(record.state) ?? '').paidMs.find((ms) => ms > sinceMs) : undefined;
      if (again !== undefined && nowMs() - again > TO_DISK_MS)
        fail('not-confirmed', `${record.facts.id} was told as PAID again at ${again}`);
    }
  }

  /** PAID that SEQR has told to be taken back, of the same version or a newer one, stays PAID no longer. */
  function checkReturned({ attempts }: KnownBook): void {
    for (const { record, changedMs } of attempts.values()) {
      const { state, facts } = record;
      if (state.kind !== 'paid') continue;
      const sinceMs = Math.max(changedMs, startedMs()) + TO_DISK_MS;
      const { endings } = reads.of(referenceOf(state) ?? '');
      const heard = endings.find(({ startedMs: began, version }) => began > sinceMs && version >= state.version);
      if (heard !== undefined && nowMs() - heard.heardMs > TO_DISK_MS)
        fail('return-unheard', `${facts.id} is PAID, and was told at ${heard.heardMs} that it has ended`);
    }
  }

  return (book) => {
    if (machine().journal.isRefusing()) return;
    checkConfirmed(book);
    checkReturned(book);
  };
}

/** PAID, with SEQR's reference of it. */
function isNamed(state: AttemptState): boolean {
  return state.kind === 'paid' && state.payment.ersReference !== null;
}
