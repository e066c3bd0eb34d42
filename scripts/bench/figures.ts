/** The few figures that the bench reports. All of them in the unit of the values. */

export interface Spread {
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
  readonly p999: number;
  readonly max: number;
}

/** @returns the smallest value that at least `part` (0 to 1) of the values do not exceed; NaN if there are none */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle value, or halfway between the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

export function spread(values: readonly number[]): Spread {
  return {
    count: values.length,
    median: median(values),
    p95: quantile(values, 0.95),
    p99: quantile(values, 0.99),
    p999: quantile(values, 0.999),
    max: quantile(values, 1),
  };
}

export interface Line {
  /** Units of y for one unit of x. */
  readonly slope: number;
  /** How far the slope may be off by chance: one standard error. */
  readonly error: number;
}

/** Least squares through at least three points. */
export function fitLine(points: readonly (readonly [x: number, y: number])[]): Line {
  const count = points.length;
  if (count < 3) throw new RangeError('a line with an error needs three points');
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  const widthX = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / widthX;
  const left = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { slope, error: Math.sqrt(left / (count - 2) / widthX) };
}
