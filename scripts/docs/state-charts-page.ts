import { CLOSE_CHART } from '../../src/day/index.ts';
import { DISBURSEMENT_CHART } from '../../src/disbursement/index.ts';
import { ATTEMPT_CHART, STATUS_TABLE, TAB_CHART } from '../../src/payment/index.ts';
import type { AnswerKind, Cell, Situation } from '../../src/payment/index.ts';
import type { Arrow } from '../../src/state-chart/index.ts';

/* docs/state-charts.md, drawn from the tables that the tests hold the machines to. */

const INTRODUCTION = `# State charts

Drawn by \`npm run docs\` from the tables \`src/payment/chart.ts\`, \`src/disbursement/chart.ts\` and \`src/day/chart.ts\`; a test
fails when it is stale. Other tests hold the machines to these charts: whatever SEQR answers and whoever wishes what, a
step takes an arrow that stands here or stays where it is, and no arrow stands here that no step takes. What a state says
about the world is written beside its type, in \`attempt.ts\`, \`disbursement.ts\` and \`close.ts\` of these folders; the rules are
those of [payment-rules.md](payment-rules.md).
`;

const ATTEMPT = `## A payment

Only an answer from SEQR, or its report of the day, leads to an outcome; elapsed time never does. A PAID for a payment
that has ended completes its sale after all, or its money is given back (PF-06). *Never so far*: the machine knows what to do,
and the till as it is built never brings it about.
`;

const TAB = `## A tab

What is done about a reservation while the payment is \`reserved\`. From each of these phases the tab can end, as the chart
above says.
`;

const STATUS = `## What each answer makes of a payment

The table \`src/payment/status-table.ts\`: each way a payment can stand, each answer of getPaymentStatus, an outcome in every
cell (PF-07). *nothing (older)*: what speaks of an older version than the last is dropped, but never PAID (PF-06). A test
walks every status with an older, the same and a newer version, and every code.
`;

const DISBURSEMENT = `## A refund or a pay-out

Nothing is ever sent a second time. Only the report, or SEQR's written answer, leads out of \`unknown\`; elapsed time never
does.
`;

const CLOSE = `## A close of day

\`marking\` is the one moment at which money must stand still: no charge and no refund begins while SEQR ends the period.
`;

type AnyChart = readonly Arrow<string, string>[];

/** One line between two states, whatever number of events leads from one to the other. */
function lines(chart: AnyChart): readonly string[] {
  const labels = new Map<string, string[]>();
  for (const { from, to, when } of chart) labels.set(`${from} --> ${to}`, [...(labels.get(`${from} --> ${to}`) ?? []), when]);
  return [...labels].map(([ends, whens]) => `    ${ends}: ${whens.join('<br>')}`);
}

function drawing(chart: AnyChart, begin: string): string {
  return ['```mermaid', 'stateDiagram-v2', `    [*] --> ${begin}`, ...lines(chart), '```', ''].join('\n');
}

function table(chart: AnyChart): string {
  return [
    '| from | event | when | to | rule |',
    '| --- | --- | --- | --- | --- |',
    ...chart.map(
      ({ from, by, when, to, rule, neverBecause }) =>
        `| ${from} | ${by} | ${when}${neverBecause === undefined ? '' : ` (never so far: ${neverBecause})`} | ${to} | ${rule} |`,
    ),
    '',
  ].join('\n');
}

const SITUATIONS = Object.keys(STATUS_TABLE) as readonly Situation[];
const ANSWERS = Object.keys(STATUS_TABLE.waiting) as readonly AnswerKind[];

function cellText(cell: Cell): string {
  return typeof cell === 'string' ? cell : `${cell.otherwise} · ${cell.older} (older)`;
}

function statusTable(): string {
  return [
    `| answer | ${SITUATIONS.join(' | ')} |`,
    `| --- |${' --- |'.repeat(SITUATIONS.length)}`,
    ...ANSWERS.map((answer) => `| ${answer} | ${SITUATIONS.map((situation) => cellText(STATUS_TABLE[situation][answer])).join(' | ')} |`),
    '',
  ].join('\n');
}

/** The whole page. */
export function stateChartsPage(): string {
  return [
    INTRODUCTION,
    ...[ATTEMPT, drawing(ATTEMPT_CHART, 'sending'), table(ATTEMPT_CHART)],
    ...[TAB, drawing(TAB_CHART, 'live'), table(TAB_CHART)],
    ...[STATUS, statusTable()],
    ...[DISBURSEMENT, drawing(DISBURSEMENT_CHART, 'sending'), table(DISBURSEMENT_CHART)],
    ...[CLOSE, drawing(CLOSE_CHART, 'marking'), table(CLOSE_CHART)],
  ].join('\n');
}
