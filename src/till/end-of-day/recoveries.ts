import type { Close } from '../../day/index.ts';
import type { Journal } from '../../records/index.ts';

/** When the owner's PIN was recovered since the last close that is done, for the paper of the one that begins. */
export function recoveriesSince(journal: Pick<Journal, 'entryCount' | 'latestCloses' | 'subjectsOf'>): Pick<Close, 'recoveries'> {
  const [last] = journal.latestCloses(1);
  const recoveries = journal.subjectsOf('owner.recovered', last?.mark.entry ?? 0, journal.entryCount());
  return recoveries.length > 0 ? { recoveries } : {};
}
