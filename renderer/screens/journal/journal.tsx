import { ReceiptText, SearchX } from 'lucide-react';
import { useState } from 'react';
import type { JournalRow } from '../../../src/contract/index.ts';
import { useScanHandler } from '../../input/index.ts';
import { useSnapshot, useToday, useTranslate } from '../../store/index.ts';
import { Chips, EmptyState, Progress, TextField } from '../../ui/index.ts';
import { rowsOf } from './days.ts';
import type { DayFilter } from './days.ts';
import { JournalList } from './journal-list.tsx';
import { JournalReceipt } from './journal-receipt.tsx';
import { JOURNAL_LIMIT, useJournal } from './use-journal.ts';
import './journal.css';

export interface JournalProps {
  /** The receipt it opens at: the last one, one touch away. Null: none is chosen yet. */
  readonly initialNumber: number | null;
}

/** Every receipt there is: the list left, the chosen one right as it was printed. */
export function Journal({ initialNumber }: JournalProps) {
  const { t } = useTranslate();
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<DayFilter>('all');
  const [chosen, setChosen] = useState(initialNumber);
  // A receipt's barcode is its number.
  useScanHandler((code) => setQuery(code));
  const today = useToday();
  const { rows: found, askAgain } = useJournal(query);
  const rows = found === null ? null : rowsOf(found, filter, today);
  // A search that leaves one receipt shows it.
  const number = rows?.length === 1 && query !== '' ? (rows[0]?.number ?? null) : chosen;
  return (
    <main className="journal">
      <h1 className="sr-only">{t('journal.title')}</h1>
      <section className="journal__left" aria-label={t('journal.list')}>
        <div className="journal__tools">
          <TextField label={t('journal.search')} value={query} onChange={setQuery} maxLength={80} autoFocus />
          <Chips
            label={t('journal.filter.label')}
            options={[
              { value: 'all', label: t('journal.filter.all') },
              { value: 'today', label: t('journal.filter.today') },
              { value: 'yesterday', label: t('journal.filter.yesterday') },
            ]}
            value={filter}
            onChange={setFilter}
          />
        </div>
        <Rows rows={rows} query={query} filter={filter} chosen={number} onChoose={setChosen} />
        {found?.length === JOURNAL_LIMIT && <p className="journal__more">{t('journal.newestOnly', { number: JOURNAL_LIMIT })}</p>}
      </section>
      <section className="journal__right">
        {number === null ? (
          rows !== null && rows.length > 0 && <EmptyState icon={ReceiptText}>{t('journal.choose')}</EmptyState>
        ) : (
          <JournalReceipt
            key={number}
            number={number}
            copyPrinted={found?.find((row) => row.number === number)?.copyPrinted ?? false}
            onSaved={askAgain}
          />
        )}
      </section>
    </main>
  );
}

interface RowsProps {
  readonly rows: readonly JournalRow[] | null;
  readonly query: string;
  readonly filter: DayFilter;
  readonly chosen: number | null;
  readonly onChoose: (number: number) => void;
}

function Rows({ rows, query, filter, chosen, onChoose }: RowsProps) {
  const { t } = useTranslate();
  const practice = useSnapshot((snapshot) => snapshot.mode === 'practice');
  if (rows === null) {
    return (
      <div className="journal__reading">
        <Progress>{t('journal.reading')}</Progress>
      </div>
    );
  }
  if (rows.length > 0) return <JournalList rows={rows} chosen={chosen} onChoose={onChoose} />;
  if (query !== '') return <EmptyState icon={SearchX}>{t('journal.nothingFound', { query })}</EmptyState>;
  if (filter !== 'all') return <EmptyState icon={SearchX}>{t('journal.nothingInFilter')}</EmptyState>;
  return <EmptyState icon={ReceiptText}>{t(practice ? 'journal.emptyPractice' : 'journal.empty')}</EmptyState>;
}
