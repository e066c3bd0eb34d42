import { ArrowLeft, FileDown, Printer, Table } from 'lucide-react';
import { useState } from 'react';
import type { AttachOffer, CloseDocument } from '../../../../src/contract/index.ts';
import { closeLines, closeVerdict, isResolved, resolutionText, sumsOf, verdictOf } from '../../../../src/day/index.ts';
import type { Close, CloseResult as Result } from '../../../../src/day/index.ts';
import { add, formatMoney, subtract } from '../../../../src/money/index.ts';
import { dateAndTime } from '../../../store/dates.ts';
import { useFormIntent } from '../../../store/use-intent.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Amount, Banner, Button, Icon, ProblemBanner } from '../../../ui/index.ts';
import { AttachDialog } from './attach-dialog.tsx';
import { VERDICT_GLYPHS } from './close-history.tsx';
import { CloseList } from './close-list.tsx';
import { Unsettled } from './unsettled.tsx';
import './close.css';

/** A close that is done: what it comes to, what differs and what to do about it, and all of it line by line. */
export function CloseResult({ document, onBack }: { readonly document: CloseDocument; readonly onBack: () => void }) {
  const { t, language } = useTranslate();
  const { close, offers } = document;
  const { state } = close;
  if (state.kind !== 'done') return null;
  return (
    <article className="close-page selectable" data-testid="close-result" data-close={close.number}>
      <header className="close-page__head">
        <Button kind="quiet" icon={ArrowLeft} onPress={onBack}>
          {t('day.history.back')}
        </Button>
        <h1>{t('day.number', { number: close.number ?? '' })}</h1>
        <p className="soft">{dateAndTime(state.doneAt, language)}</p>
      </header>
      <Verdict close={close} result={state.result} />
      <Paper number={close.number ?? 0} />
      {state.result !== null && (
        <>
          {verdictOf(state.result.comparison) === 'differs' && <Sums result={state.result} />}
          <Resolved result={state.result} offers={offers} number={close.number ?? 0} />
          <Lists close={close} />
        </>
      )}
      <Unsettled document={document} />
      <Facts close={close} />
    </article>
  );
}

function Verdict({ close, result }: { readonly close: Close; readonly result: Result | null }) {
  const { t, language } = useTranslate();
  const verdict = closeVerdict(close);
  return (
    <section className={`close-verdict close-verdict--${verdict}`} data-testid="close-verdict" data-verdict={verdict}>
      <Icon of={VERDICT_GLYPHS[verdict]} size={48} />
      <div>
        <p className="close-verdict__word">{t(`day.verdict.${verdict}`)}</p>
        {result !== null && (
          <p className="close-verdict__figures">
            {[
              t(result.sales.count === 1 ? 'day.verdict.sale' : 'day.verdict.sales', { count: result.sales.count }),
              t(result.returns.count === 1 ? 'day.verdict.return' : 'day.verdict.returns', { count: result.returns.count }),
              formatMoney(add(result.sales.total, result.returns.total), language),
            ].join(', ')}
          </p>
        )}
        <p>{t(`day.verdict.advice.${verdict}`)}</p>
        {close.facts.practice && <p>{t('day.practiceNote')}</p>}
      </div>
    </section>
  );
}

/** By how much the two sides differ, and to which side. */
function Sums({ result }: { readonly result: Result }) {
  const { t, language } = useTranslate();
  const { till, seqr } = sumsOf(result.comparison, result.sales.total.currency);
  if (seqr === null) return null;
  const rows = [
    [t('day.column.till'), String(till.count), formatMoney(till.total, language)],
    [t('day.column.seqr'), String(seqr.count), formatMoney(seqr.total, language)],
    [t('day.sum.difference'), '', formatMoney(subtract(seqr.total, till.total), language)],
  ] as const;
  return (
    <table className="close-table close-sums" data-testid="close-sums">
      <thead>
        <tr>
          <td />
          <th scope="col" className="close-table__amount">
            {t('day.sum.count')}
          </th>
          <th scope="col" className="close-table__amount">
            {t('day.sum.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, count, total]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="close-table__amount">{count}</td>
            <td className="close-table__amount">{total}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Paper({ number }: { readonly number: number }) {
  const { t } = useTranslate();
  const printing = useFormIntent();
  const saving = useFormIntent();
  const [said, setSaid] = useState<'printed' | 'saved' | null>(null);
  const act = async (kind: 'day.print' | 'day.savePdf' | 'day.saveCsv') => {
    setSaid(null);
    const result = await (kind === 'day.print' ? printing : saving).send({ kind, number });
    if (result.ok && result.detail !== 'cancelled') setSaid(kind === 'day.print' ? 'printed' : 'saved');
  };
  const problem = printing.problem ?? saving.problem;
  return (
    <div className="close-paper">
      <div className="close-buttons">
        <Button
          icon={Printer}
          pending={printing.pending}
          onPress={() => {
            void act('day.print');
          }}
        >
          {t('day.paper.print')}
        </Button>
        <Button
          icon={FileDown}
          pending={saving.pending}
          onPress={() => {
            void act('day.savePdf');
          }}
        >
          {t('day.paper.savePdf')}
        </Button>
        <Button
          icon={Table}
          pending={saving.pending}
          onPress={() => {
            void act('day.saveCsv');
          }}
        >
          {t('day.paper.saveCsv')}
        </Button>
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
      {said !== null && problem === null && <Banner tone="good">{t(`day.paper.${said}`)}</Banner>}
    </div>
  );
}

interface ResolvedProps {
  readonly result: Result;
  readonly offers: readonly AttachOffer[];
  readonly number: number;
}

/** What the report has resolved, and what it has not: with what a supervisor can do (PF-18). */
function Resolved({ result, offers, number }: ResolvedProps) {
  const { t } = useTranslate();
  const [chosen, setChosen] = useState<string | null>(null);
  const offer = offers.find(({ attemptId }) => attemptId === chosen) ?? null;
  const groups = [
    { name: 'resolved', all: result.resolutions.filter(isResolved) },
    { name: 'open', all: result.resolutions.filter((resolution) => !isResolved(resolution)) },
  ] as const;
  return (
    <>
      {groups.map(({ name, all }) =>
        all.length === 0 ? null : (
          <section key={name} className="day__section" aria-labelledby={`close-${name}`} data-testid={`close-${name}`}>
            <h2 id={`close-${name}`}>{t(`day.list.${name}`)}</h2>
            <ul>
              {all.map((resolution) => (
                <li key={resolution.id} className="close-resolved">
                  <span>{resolutionText(resolution, t)}</span>
                  <Amount of={resolution.amount} />
                  {offers.some(({ attemptId }) => attemptId === resolution.id) && (
                    <Button
                      onPress={() => {
                        setChosen(resolution.id);
                      }}
                    >
                      {t('day.attach.open')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      {offer !== null && (
        <AttachDialog
          number={number}
          offer={offer}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </>
  );
}

function Lists({ close }: { readonly close: Close }) {
  const lines = closeLines(close);
  return (
    <>
      {(['differs', 'tillOnly', 'seqrOnly', 'lost', 'both'] as const).map((list) => (
        <CloseList key={list} list={list} lines={lines.filter((line) => line.list === list)} />
      ))}
    </>
  );
}

/** Everything about it that can be read out on the phone. */
function Facts({ close }: { readonly close: Close }) {
  const { t, language } = useTranslate();
  const { facts, from, mark, lost, recoveries = [], state } = close;
  if (state.kind !== 'done') return null;
  const { result } = state;
  const comparison = result?.comparison ?? null;
  const rows: (readonly [string, string])[] = [
    [t('day.facts.register'), facts.register],
    [t('day.facts.cashier'), `${facts.cashier.number} ${facts.cashier.name}`],
    [t('day.facts.scope'), t(`day.close.scope.${facts.scope}`)],
    [t('day.facts.from'), from === null ? t('day.facts.start') : dateAndTime(from.at, language)],
    [t('day.facts.to'), dateAndTime(mark.at, language)],
    [t('day.facts.period'), state.periodId ?? '–'],
    [t('day.facts.terminal'), facts.terminalId],
  ];
  if (lost.length > 0) rows.push([t('day.facts.lostMarks'), lost.map(({ at }) => dateAndTime(at, language)).join(', ')]);
  if (recoveries.length > 0) rows.push([t('day.facts.pinRecovered'), recoveries.map((at) => dateAndTime(at, language)).join(', ')]);
  if (result !== null)
    rows.push([t('day.facts.report'), `${result.root}${result.meta.generatedAt === null ? '' : ` · ${result.meta.generatedAt}`}`]);
  if (comparison?.kind === 'details' && comparison.elsewhere.count > 0)
    rows.push([t('day.sum.elsewhere'), `${comparison.elsewhere.count} · ${formatMoney(comparison.elsewhere.total, language)}`]);
  if (comparison?.kind === 'summary' && comparison.seqr !== null)
    rows.push([t('day.sum.seqr'), `${comparison.seqr.count} · ${formatMoney(comparison.seqr.total, language)}`]);
  return (
    <dl className="close-facts">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
