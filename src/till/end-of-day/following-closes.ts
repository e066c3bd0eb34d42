import type { Close, CloseFacts } from '../../day/index.ts';
import type { Batch } from '../../records/index.ts';
import type { Durable } from '../durable.ts';
import type { ResellerKey } from './reseller-key.ts';

/** Closes that follow by themselves, in this run of the till: of terminals that it had before (PF-17). */
export interface Following {
  are(facts: readonly CloseFacts[]): void;
  /** Begins the next, if there is one; otherwise the password is not needed any more. */
  begin(show: (next: Close) => void): void;
}

export interface FollowingDeps {
  readonly key: Pick<ResellerKey, 'credentials' | 'drop'>;
  readonly newClose: (facts: CloseFacts) => Close;
  readonly durable: Durable;
  /** No close is under way: nobody has begun another one while the disk refused this. */
  readonly isFree: () => boolean;
}

export function createFollowing({ newClose, key, durable, isFree }: FollowingDeps): Following {
  let queue: readonly CloseFacts[] = [];

  function begin(show: (next: Close) => void): void {
    const [next, ...others] = queue;
    if (!isFree()) return;
    // SEQR may say no to one terminal and yes to the next; a password that it has refused is gone.
    if (next === undefined || key.credentials(next.endpoint) === null) {
      queue = [];
      key.drop();
      return;
    }
    const begun = newClose(next);
    if (!durable.write(begun.facts.id, batchOf(begun), () => begin(show))) return;
    queue = others;
    show(begun);
  }

  return { are: (facts) => void (queue = facts), begin };
}

/** A close as it comes to disk. */
export function batchOf(next: Close): Batch {
  return { entries: [{ kind: `close.${next.state.kind}`, subject: next.facts.id, body: next }], closes: [next] };
}
