import type { Intent } from '../contract/intents.ts';
import type { IntentResult } from '../contract/ipc.ts';
import { JournalWriteError, NewerFileError } from '../records/index.ts';
import { FAULT_PROBLEM } from './disk-words.ts';
import { newCorrelationId } from './ids.ts';
import type { TillDeps } from './ports.ts';
import { refuse } from './results.ts';

/**
 * A programmer's error in one intent must not take the payment watch down with it: it is logged, named and told.
 *
 * @returns what `apply` answers; `storage.newer` if a file is a newer Kassa's; what the disk says if it takes no record; `internal`, with a name to be found in the log, if
 * it threw anything else
 */
export async function safely(
  apply: (intent: Intent) => Promise<IntentResult>,
  intent: Intent,
  { log, randomBytes }: Pick<TillDeps, 'log' | 'randomBytes'>,
): Promise<IntentResult> {
  try {
    return await apply(intent);
  } catch (error) {
    if (error instanceof NewerFileError) return refuse('storage.newer', { ...error.newer });
    // A journal that is to be begun, say practice's, on a disk that takes none.
    if (error instanceof JournalWriteError) return refuse(FAULT_PROBLEM[error.reason]);
    const code = newCorrelationId(randomBytes);
    log({
      level: 'error',
      what: `intent ${intent.kind} failed`,
      data: { code, error: error instanceof Error ? error.stack : 'unknown' },
    });
    return refuse('internal', { id: code });
  }
}
