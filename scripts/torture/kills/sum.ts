import type { Done } from './run.ts';

const share = (values: readonly number[], of: number): number => values[Math.min(values.length - 1, Math.floor(values.length * of))] ?? 0;

/** What a run came to, in a few lines for people. */
export function sumOf(done: readonly Done[]): string {
  const killed = done.filter(({ died }) => died);
  const failed = done.filter(({ problems }) => problems.length > 0);
  const reads = done.flatMap(({ firstReadMs }) => firstReadMs ?? []).toSorted((one, other) => one - other);
  const ways = new Map<string, number>();
  for (const { wayName } of killed) ways.set(wayName, (ways.get(wayName) ?? 0) + 1);
  const first =
    reads.length === 0
      ? 'no payment was open'
      : `first question about an open payment, ms after the core was ready: median ${share(reads, 0.5)}, p99 ${share(reads, 0.99)}, max ${reads.at(-1) ?? 0} (${reads.length})`;
  return [
    `${killed.length} kills, ${failed.length} with something that does not hold`,
    [...ways].map(([name, count]) => `${name} ${count}`).join(', '),
    first,
  ].join('\n');
}
