import type { Clock } from '../clock/clock.ts';
import type { IntentResult } from '../contract/ipc.ts';
import { TIMING } from '../payment/index.ts';
import { JournalWriteError } from '../records/index.ts';
import type { Batch, Journal, WriteFault } from '../records/index.ts';
import { FAULT_PROBLEM } from './disk-words.ts';
import { OK, refuse } from './results.ts';

/*
 * The one way to disk. What a person asked for is written now or refused, and the person asks again. What has happened
 * is written before it shows, and while the disk refuses it is tried again every second (PF-02).
 */

/** Runs a write. @returns null if it is on disk; or why the disk refused it, and then nothing of it was written */
export function refusedByDisk(write: () => void): WriteFault | null {
  try {
    write();
  } catch (error) {
    if (error instanceof JournalWriteError) return error.reason;
    throw error;
  }
  return null;
}

/** Runs the write that an intent asks for. A disk that refuses it is a refusal of the intent. */
export function writeOrRefuse(write: () => void): IntentResult {
  const fault = refusedByDisk(write);
  return fault === null ? OK : refuse(FAULT_PROBLEM[fault]);
}

export interface DurableDeps {
  readonly clock: Clock;
  readonly journal: Pick<Journal, 'write' | 'reserve'>;
  readonly log: (what: string, data: object) => void;
}

/** Writes what has happened, and sees to it that it is tried again until it is written. */
export interface Durable {
  /**
   * True: the batch is on disk and may be shown. False: the disk refused it, and `again` is called in a second to try anew,
   * with whatever has happened until then. Nothing else is tried again for the same subject.
   */
  write(subject: string, batch: Batch, again: () => void): boolean;
  /** What a person asked for: on disk now, or refused for good. */
  once(subject: string, batch: Batch): boolean;
  /** Calls `again` in a second, in place of what was to be tried again for this subject. */
  later(subject: string, again: () => void): void;
  /** Nothing is tried again any more. */
  stop(): void;
}

/** Not the name of any subject: the room that is kept on the disk. */
const ROOM = '';

export function createDurable({ clock, journal, log }: DurableDeps): Durable {
  const withdrawals = new Map<string, () => void>();
  let stopped = false;

  function withdraw(subject: string): void {
    withdrawals.get(subject)?.();
    withdrawals.delete(subject);
  }

  function later(subject: string, again: () => void): void {
    withdraw(subject);
    if (stopped) return;
    const withdrawTimer = clock.after(TIMING.writeAgainMs, () => {
      withdrawals.delete(subject);
      again();
    });
    withdrawals.set(subject, withdrawTimer);
  }

  /** What a record had to use of the room for payments under way is taken again as soon as the disk has it (PF-02). */
  function keepRoom(): void {
    if (!journal.reserve()) later(ROOM, keepRoom);
  }

  function put(subject: string, batch: Batch): boolean {
    const reason = refusedByDisk(() => journal.write(batch));
    if (reason === null) keepRoom();
    else log('journal refused a record', { subject, entries: batch.entries.map(({ kind }) => kind), reason });
    return reason === null;
  }

  return {
    write(subject, batch, again) {
      const isWritten = put(subject, batch);
      if (isWritten) withdraw(subject);
      else later(subject, again);
      return isWritten;
    },
    once: put,
    later,
    stop() {
      stopped = true;
      for (const subject of [...withdrawals.keys()]) withdraw(subject);
    },
  };
}
