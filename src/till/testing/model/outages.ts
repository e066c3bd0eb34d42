import type { Clock } from '../../../clock/clock.ts';

/** A time in which nothing reached SEQR, monotonic ms; null: it still does not. */
export interface Outage {
  readonly fromMs: number;
  readonly toMs: number | null;
}

/** The network, up or down. */
export interface Outages {
  /** @param refuses no connection comes about, and nothing leaves; otherwise what is sent is never answered */
  set(isUp: boolean, refuses?: boolean): void;
  isUp(): boolean;
  refuses(): boolean;
  all(): readonly Outage[];
}

export function createOutages(clock: Pick<Clock, 'monotonicMs'>): Outages {
  const outages: Outage[] = [];
  let isRefusing = false;
  const isUp = (): boolean => outages.at(-1)?.toMs !== null;
  return {
    set(toBeUp, refuses = false) {
      isRefusing = !toBeUp && refuses;
      const last = outages.at(-1);
      if (toBeUp && !isUp() && last !== undefined) outages[outages.length - 1] = { ...last, toMs: clock.monotonicMs() };
      if (!toBeUp && isUp()) outages.push({ fromMs: clock.monotonicMs(), toMs: null });
    },
    isUp,
    refuses: () => isRefusing,
    all: () => outages,
  };
}
