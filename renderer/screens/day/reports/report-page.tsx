import { Table } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReportDocumentView } from '../../../../src/contract/index.ts';
import type { Report } from '../../../../src/day/index.ts';
import { formatAmount, money } from '../../../../src/money/index.ts';
import { bridge } from '../../../store/bridge.ts';
import { useFormIntent } from '../../../store/use-intent.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Banner, Button, ProblemBanner, Progress } from '../../../ui/index.ts';
import { Bars } from './bars.tsx';
import { REPORT_NAMES } from './report-names.ts';

/** The report that was read last, as a plain table; bars beside it show the same figures. */
export function ReportPage({ revision }: { readonly revision: number }) {
  const { t } = useTranslate();
  const [held, setHeld] = useState<{ readonly revision: number; readonly document: ReportDocumentView | null } | null>(null);
  useEffect(() => {
    let current = true;
    void bridge()
      .call('report')
      .then((document) => {
        if (current) setHeld({ revision, document });
      });
    return () => {
      current = false;
    };
  }, [revision]);
  if (held?.revision !== revision || held.document === null) return <Progress>{t('journal.reading')}</Progress>;
  return <Read document={held.document} />;
}

function Read({ document: { reportId, periodId, report } }: { readonly document: ReportDocumentView }) {
  const { t, language } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const [saved, setSaved] = useState(false);
  const save = async () => {
    const result = await send({ kind: 'report.saveCsv' });
    setSaved(result.ok && result.detail === 'saved');
  };
  const table = tableOf(report, t, language);
  return (
    <article className="report selectable" data-testid="report" data-root={report.root}>
      <header>
        <h2>{t(`day.reports.name.${REPORT_NAMES[reportId]}`)}</h2>
        <p className="soft">{[periodId, report.meta.generatedAt].filter((part) => part !== null).join(' · ')}</p>
      </header>
      {table.rows.length === 0 ? (
        <p>{t('day.reports.empty')}</p>
      ) : (
        <>
          <div className="close-table-frame">
            <table className="close-table">
              <thead>
                <tr>
                  {table.head.map(({ name, isAmount }) => (
                    <th key={name} scope="col" {...(isAmount ? { className: 'close-table__amount' } : {})}>
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((cells, row) => (
                  // The rows of a report never change their places.
                  <tr key={row}>
                    {cells.map((cell, column) => (
                      <td key={column} className={table.head[column]?.isAmount === true ? 'close-table__amount' : 'close-table__reference'}>
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <th scope="row" colSpan={table.head.length - 1}>
                    {t('day.sum.total')}
                  </th>
                  <td className="close-table__amount">{table.total}</td>
                </tr>
              </tfoot>
            </table>
          </div>
          <Bars bars={table.bars} />
        </>
      )}
      {problem !== null && <ProblemBanner problem={problem} />}
      {saved && <Banner tone="good">{t('day.paper.saved')}</Banner>}
      <div className="close-buttons">
        <Button
          icon={Table}
          pending={pending}
          onPress={() => {
            void save();
          }}
        >
          {t('day.paper.saveCsv')}
        </Button>
      </div>
    </article>
  );
}

interface ReportTable {
  readonly head: readonly { readonly name: string; readonly isAmount: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly total: string;
  /** In minor units. */
  readonly bars: readonly { readonly name: string; readonly minor: number }[];
}

/** Columns that say nothing in this report are left out. */
function tableOf(
  report: Report,
  t: ReturnType<typeof useTranslate>['t'],
  language: ReturnType<typeof useTranslate>['language'],
): ReportTable {
  const terminals = report.rows.some(({ terminalId }) => terminalId !== null && terminalId !== report.meta.terminalId);
  const cashiers = report.rows.some(({ cashierId }) => cashierId !== null);
  const text = (name: string, shown = true) => (shown ? [{ name, isAmount: false }] : []);
  const start = [...text(t('day.column.terminal'), terminals), ...text(t('day.column.cashier'), cashiers)];
  const names = ({ terminalId, cashierId }: Report['rows'][number]): readonly string[] => [
    ...(terminals ? [terminalId ?? t('day.reports.shop')] : []),
    ...(cashiers ? [cashierId ?? t('day.reports.nobody')] : []),
  ];
  if (report.shape === 'details') {
    const totals = Map.groupBy(report.rows, (row) => names(row).join(' · '));
    const currency = report.rows[0]?.amount.currency ?? 'SEK';
    return {
      head: [...start, ...text(t('day.column.reference')), { name: t('day.column.amount'), isAmount: true }],
      rows: report.rows.map((row) => [...names(row), row.ersReference ?? '–', formatAmount(row.amount, language)]),
      total: formatAmount(
        money(
          report.rows.reduce((sum, row) => sum + row.amount.minor, 0),
          currency,
        ),
        language,
      ),
      bars: [...totals].map(([name, rows]) => ({ name, minor: rows.reduce((sum, row) => sum + row.amount.minor, 0) })),
    };
  }
  const currency = report.rows[0]?.total.currency ?? 'SEK';
  return {
    head: [...start, { name: t('day.sum.count'), isAmount: true }, { name: t('day.sum.total'), isAmount: true }],
    rows: report.rows.map((row) => [...names(row), String(row.count), formatAmount(row.total, language)]),
    total: formatAmount(
      money(
        report.rows.reduce((sum, row) => sum + row.total.minor, 0),
        currency,
      ),
      language,
    ),
    bars: report.rows.map((row) => ({ name: names(row).join(' · '), minor: row.total.minor })),
  };
}
