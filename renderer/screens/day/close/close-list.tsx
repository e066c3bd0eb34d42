import { useState } from 'react';
import type { CloseLine } from '../../../../src/day/index.ts';
import { formatAmount } from '../../../../src/money/index.ts';
import { dateAndTime } from '../../../store/dates.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Button, classNames } from '../../../ui/index.ts';

/** So many lines are shown of what agrees, until somebody wants to see them all. */
const FEW = 5;

export interface CloseListProps {
  readonly list: CloseLine['list'];
  readonly lines: readonly CloseLine[];
}

/** One list of a comparison with what it means. What differs is shown whole; of what agrees the first few. */
export function CloseList({ list, lines }: CloseListProps) {
  const { t } = useTranslate();
  const [all, setAll] = useState(false);
  if (lines.length === 0) return null;
  const isQuiet = list === 'both';
  const shown = isQuiet && !all ? lines.slice(0, FEW) : lines;
  return (
    <section className="day__section" aria-labelledby={`close-list-${list}`} data-testid="close-list" data-list={list}>
      <header className="day__head">
        <h2 id={`close-list-${list}`}>{`${t(`day.list.${list}`)} (${lines.length})`}</h2>
        {isQuiet && lines.length > FEW && (
          <Button
            kind="quiet"
            onPress={() => {
              setAll(!all);
            }}
          >
            {all ? t('day.list.less') : t('day.list.all', { count: lines.length })}
          </Button>
        )}
      </header>
      {list !== 'both' && <p>{t(`day.meaning.${list}`)}</p>}
      <div className="close-table-frame">
        <table className="close-table">
          <thead>
            <tr>
              <th scope="col">{t('day.column.what')}</th>
              <th scope="col">{t('day.column.time')}</th>
              <th scope="col">{t('day.column.reference')}</th>
              <th scope="col" className="close-table__amount">
                {t('day.column.till')}
              </th>
              <th scope="col" className="close-table__amount">
                {t('day.column.seqr')}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line, index) => (
              // The lines of a done close never change their places.
              <Line key={index} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Line({ line: { till, seqr, note, list } }: { readonly line: CloseLine }) {
  const { t, language } = useTranslate();
  const what = till === null ? t(`day.kind.${(seqr?.amount.minor ?? 0) < 0 ? 'return' : 'sale'}`) : t(`day.kind.${till.kind}`);
  return (
    <tr className={classNames(list !== 'both' && 'close-table__row--look')}>
      <td>
        {till?.receiptNumber == null ? what : `${what} · ${t('journal.receipt', { number: till.receiptNumber })}`}
        {note !== null && <span className="close-table__note">{t(`day.note.${note}`)}</span>}
      </td>
      <td>{till === null ? '–' : dateAndTime(till.at, language)}</td>
      <td className="close-table__reference">{till?.ersReference ?? seqr?.ersReference ?? '–'}</td>
      <td className="close-table__amount">{till === null ? '–' : formatAmount(till.amount, language)}</td>
      <td className="close-table__amount">{seqr === null ? '–' : formatAmount(seqr.amount, language)}</td>
    </tr>
  );
}
