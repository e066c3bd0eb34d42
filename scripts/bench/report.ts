/** One line of the bench's table. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  /** The same thing without Kassa in it, or without load, in the same run. */
  readonly baseline: string;
  /** Ours for one of the baseline, in the figure that the goal is about; null where the two are not of one kind. */
  readonly ratio: number | null;
  /** Null: told for what it is worth, without a goal. */
  readonly goal: { readonly text: string; readonly met: boolean } | null;
  /** The bare numbers, for `--json`. Units are in the names. */
  readonly values: Readonly<Record<string, number>>;
}

export interface PartReport {
  readonly name: string;
  /** What ran it, in a few words. */
  readonly runtime: string;
  readonly rows: readonly Row[];
  /** Why it could not be measured; null: it was. */
  readonly failure: string | null;
}

const HEADINGS = ['Measured', 'In', 'Ours', 'Baseline', 'Ratio', 'Goal', 'Met'] as const;

function verdict(row: Row): string {
  if (row.goal === null) return '';
  return row.goal.met ? 'yes' : 'NO';
}

/** The same measurement in one runtime after the other, so that they stand beside each other. */
function linesOf(ofOnePart: readonly PartReport[]): readonly (readonly string[])[] {
  const most = Math.max(...ofOnePart.map(({ rows }) => rows.length));
  const measured = Array.from({ length: most }, (_, index) =>
    ofOnePart.flatMap(({ runtime, rows }) => {
      const row = rows[index];
      if (row === undefined) return [];
      const ratio = row.ratio === null ? '' : inTimes(row.ratio);
      return [[row.what, runtime, row.ours, row.baseline, ratio, row.goal?.text ?? '', verdict(row)]];
    }),
  ).flat();
  const failed = ofOnePart.flatMap(({ name, runtime, failure }) => (failure === null ? [] : [[name, runtime, `not measured: ${failure}`]]));
  return [...measured, ...failed];
}

/** Every figure with its baseline, its goal, and whether it is met. */
export function table(reports: readonly PartReport[]): string {
  const names = [...new Set(reports.map(({ name }) => name))];
  const lines = [HEADINGS, ...names.flatMap((name) => linesOf(reports.filter((report) => report.name === name)))];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const drawn = lines.map((line) =>
    widths
      .map((width, column) => (line[column] ?? '').padEnd(width))
      .join('  ')
      .trimEnd(),
  );
  const rule = widths
    .map((width) => '-'.repeat(width))
    .join('  ')
    .trimEnd();
  return [drawn[0], rule, ...drawn.slice(1)].join('\n');
}

export const inMs = (ms: number): string => `${ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
export const inSeconds = (ms: number): string => `${(ms / 1_000).toFixed(3)} s`;
export const inTimes = (ratio: number): string => `${ratio.toFixed(2)}x`;
export const inMb = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
