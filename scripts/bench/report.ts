/** One line of the bench's table. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  /** The same thing without Kassa in it, or without load, in the same run. */
  readonly baseline: string;
  /** Null: told for what it is worth, without a goal. */
  readonly goal: { readonly text: string; readonly met: boolean } | null;
  /** The bare numbers, for `--json`. Units are in the names. */
  readonly values: Readonly<Record<string, number>>;
}

export interface PartReport {
  readonly name: string;
  readonly rows: readonly Row[];
  /** Why it could not be measured; null: it was. */
  readonly failure: string | null;
}

const HEADINGS = ['Measured', 'Figure', 'Baseline', 'Goal', ''] as const;

function verdict(row: Row): string {
  if (row.goal === null) return '';
  return row.goal.met ? 'meets' : 'misses';
}

export function table(reports: readonly PartReport[]): string {
  const lines: string[][] = [[...HEADINGS]];
  for (const { name, rows, failure } of reports) {
    for (const row of rows) lines.push([row.what, row.figure, row.baseline, row.goal?.text ?? '', verdict(row)]);
    if (failure !== null) lines.push([name, `not measured: ${failure}`, '', '', '']);
  }
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const drawn = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  const rule = widths.map((width) => '-'.repeat(width)).join('  ').trimEnd();
  return [drawn[0], rule, ...drawn.slice(1)].join('\n');
}

export const inMs = (ms: number): string => `${ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0)} ms`;
export const inSeconds = (ms: number): string => `${(ms / 1_000).toFixed(3)} s`;
export const inTimes = (ratio: number): string => `${ratio.toFixed(2)}x`;
export const inMb = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
