import type { Done } from './run.ts';

function spread(what: string, values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return `${what}: median ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms (${sorted.length})`;
}

/** What a run came to, in a few lines for people. */
export function sumOf(done: readonly Done[]): string {
  const killed = done.filter(({ died }) => died);
  const failed = done.filter(({ problems }) => problems.length > 0);
  const ways = new Map<string, number>();
  for (const { wayName } of killed) ways.set(wayName, (ways.get(wayName) ?? 0) + 1);
  return [
    `${killed.length} kills, ${failed.length} with something that does not hold`,
    [...ways].map(([name, count]) => `${name} ${count}`).join(', '),
    spread(
      'from the start of the process to a core that can ask',
      killed.flatMap(({ startMs }) => startMs ?? []),
    ),
    spread(
      'from there to the first question about an open payment',
      killed.flatMap(({ firstReadMs }) => firstReadMs ?? []),
    ),
  ].join('\n');
}
