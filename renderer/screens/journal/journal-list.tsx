import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import type { JournalRow } from '../../../src/contract/index.ts';
import { formatAmount } from '../../../src/money/index.ts';
import { dateAndTime, useTranslate } from '../../store/index.ts';

export interface JournalListProps {
  readonly rows: readonly JournalRow[];
  readonly chosen: number | null;
  readonly onChoose: (number: number) => void;
}

/** Newest first; arrows go through it, and what has the focus is shown at once. */
export function JournalList({ rows, chosen, onChoose }: JournalListProps) {
  const { t, language } = useTranslate();
  return (
    <ListBox
      className="journal-list"
      aria-label={t('journal.list')}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const row = rows.find((each) => keys !== 'all' && keys.has(each.number));
        if (row !== undefined) onChoose(row.number);
      }}
    >
      {rows.map((row) => (
        <ListBoxItem
          key={row.number}
          id={row.number}
          className="journal-row"
          textValue={`${row.number} ${formatAmount(row.total, language)}`}
          data-testid="journal-row"
          data-receipt={row.number}
          data-kind={row.kind}
        >
          <span className="journal-row__number">{row.number}</span>
          <span className="journal-row__when">
            {dateAndTime(row.issuedAt, language)} · {row.cashierName}
          </span>
          <span className="journal-row__total">{formatAmount(row.total, language)}</span>
          <span className="journal-row__reference">
            {row.kind === 'return' && `${t('journal.return')} · `}
            {row.ersReference === null ? t('journal.noReference') : `…${row.ersReference.slice(-6)}`}
            {row.copyPrinted && ` · ${t('journal.copyPrinted')}`}
          </span>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
