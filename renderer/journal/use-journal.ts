import { useEffect, useState } from 'react';
import type { JournalRow } from '../../src/contract/index.ts';
import { bridge, useSnapshot } from '../state/index.ts';

/** The most rows that one question brings. */
export const JOURNAL_LIMIT = 200;
/** Typing settles before the journal is asked. */
const SETTLE_MS = 120;

/** What the journal answers to a search, asked again when a receipt was added or a copy printed; null until it has. */
export function useJournal(query: string): readonly JournalRow[] | null {
  const [rows, setRows] = useState<readonly JournalRow[] | null>(null);
  const newest = useSnapshot((snapshot) => snapshot.lastReceipt?.number ?? 0);
  const printed = useSnapshot((snapshot) => snapshot.printJobs.filter((job) => job.state === 'done').length);
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const answer = await bridge().call('journal', query.trim());
      if (current) setRows(answer);
    };
    const timer = setTimeout(() => void ask(), query === '' ? 0 : SETTLE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [query, newest, printed]);
  return rows;
}
