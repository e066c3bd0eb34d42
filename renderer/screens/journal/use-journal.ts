import { useCallback, useEffect, useState } from 'react';
import type { JournalRow } from '../../../src/contract/index.ts';
import { bridge, useSnapshot } from '../../store/index.ts';

/** The most rows that one question brings. */
export const JOURNAL_LIMIT = 200;
/** Typing rests before the journal is asked. */
const TYPING_PAUSE_MS = 120;

export interface JournalAnswer {
  /** Null until the journal has answered. */
  readonly rows: readonly JournalRow[] | null;
  /** After something that no notice tells of: a PDF was saved. */
  readonly askAgain: () => void;
}

/** What the journal answers to a search, asked again when a receipt was added or a paper came out. */
export function useJournal(query: string): JournalAnswer {
  const [rows, setRows] = useState<readonly JournalRow[] | null>(null);
  const [asked, setAsked] = useState(0);
  const newest = useSnapshot((snapshot) => snapshot.lastReceipt?.number ?? 0);
  const printed = useSnapshot((snapshot) => snapshot.printJobs.flatMap((job) => (job.state === 'done' ? [job.jobId] : [])).join());
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await bridge().call('journal', query.trim());
      if (current) setRows(answer);
    };
    const timer = setTimeout(() => void ask(), query === '' ? 0 : TYPING_PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, newest, printed, asked]);
  const askAgain = useCallback(() => {
    setAsked((times) => times + 1);
  }, []);
  return { rows, askAgain };
}
