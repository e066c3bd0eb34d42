import { ChevronRight, CircleCheck, CircleDashed, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { CloseRow } from '../../../../src/contract/index.ts';
import { add } from '../../../../src/money/index.ts';
import { dateAndTime } from '../../../store/dates.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Amount, Icon, Progress } from '../../../ui/index.ts';

export const VERDICT_GLYPHS = {
  agrees: CircleCheck,
  differs: OctagonAlert,
  lost: TriangleAlert,
  open: TriangleAlert,
  notComparable: TriangleAlert,
  none: CircleDashed,
} as const;

/** Earlier closes, newest first; each opens as it was kept. */
export function CloseHistory({ rows, onOpen }: { readonly rows: readonly CloseRow[] | null; readonly onOpen: (number: number) => void }) {
  const { t } = useTranslate();
  return (
    <section className="day__section" aria-labelledby="day-closes">
      <header className="day__head">
        <h2 id="day-closes">{t('day.history.title')}</h2>
      </header>
      {rows === null ? (
        <Progress>{t('journal.reading')}</Progress>
      ) : rows.length === 0 ? (
        <p className="soft">{t('day.history.empty')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.number}>
              <HistoryRow row={row} onOpen={onOpen} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function HistoryRow({ row, onOpen }: { readonly row: CloseRow; readonly onOpen: (number: number) => void }) {
  const { t, language } = useTranslate();
  return (
    <button
      type="button"
      className="close-history"
      data-testid="close-row"
      data-close={row.number}
      onClick={() => {
        onOpen(row.number);
      }}
    >
      <span className={`close-verdict-mark close-verdict-mark--${row.verdict}`}>
        <Icon of={VERDICT_GLYPHS[row.verdict]} size={24} />
      </span>
      <span className="close-history__words">
        <span>{t('day.number', { number: row.number })}</span>
        <span className="soft small">{`${dateAndTime(row.doneAt, language)} · ${t(`day.verdict.${row.verdict}`)}`}</span>
      </span>
      {row.sales !== null && row.returns !== null && <Amount of={add(row.sales.total, row.returns.total)} />}
      <Icon of={ChevronRight} />
    </button>
  );
}
