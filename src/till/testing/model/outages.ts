import type { Clock } from '../../../clock/clock.ts';

/** A time in which nothing reached SEQR, monotonic ms; null: it still does not. */
export interface Outage {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** The network, up or down. */
export interface Outages {
  set(isUp: boolean): void;
  isUp(): boolean;
  all(): readonly Outage[];
}

export function createOutages(clock: Pick<Clock, 'monotonicMs'>): Outages {
  const outages: Outage[] = [];
  const isUp = (): boolean => outages.at(-1)?.toMs !== null;
  return {
    set(toBeUp) {
      const last = outages.at(-1);
      if (toBeUp && !isUp() && last !== undefined) outages[outages.length - 1] = { ...last, toMs: clock.monotonicMs() };
      if (!toBeUp && isUp()) outages.push({ fromMs: clock.monotonicMs(), toMs: null });
    },
    isUp,
    all: () => outages,
  };
}
