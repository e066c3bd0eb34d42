import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openJournal } from '../journal/index.ts';
import { isOpen } from '../payment/index.ts';
import { logFailure } from './log-failure.ts';
import type { TillDeps } from './ports.ts';
import type { FoundBook } from './settings/mode-found.ts';

/** Where the journal of a mode lies. */
export function journalFile(dataDir: string, mode: 'practice' | 'live'): string {
  return join(dataDir, `journal-${mode}.sqlite`);
}

/** What lies in a journal, before it is known whether it is to be worked with. Makes none where there is none. */
export function lookIntoBook(
  { dataDir, log }: Pick<TillDeps, 'dataDir' | 'log'>,
  mode: 'practice' | 'live',
  nowIso: () => string,
): FoundBook {
  const file = journalFile(dataDir, mode);
  if (!existsSync(file)) return { isUsed: false, openAt: [] };
  try {
    const journal = openJournal({ file, nowIso });
    try {
      const openAt = journal.attemptsInPlay().flatMap(({ facts, state }) => (isOpen(state) ? [facts] : []));
      return { isUsed: journal.entryCount() > 0, openAt };
    } finally {
      journal.close();
    }
  } catch (error) {
    logFailure(log, `the journal of ${mode} could not be looked into`, error);
    return { isUsed: true, openAt: [] };
  }
}
