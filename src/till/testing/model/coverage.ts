import { CLOSE_CHART } from '../../../day/index.ts';
import { DISBURSEMENT_CHART } from '../../../disbursement/index.ts';
import { ATTEMPT_CHART, TAB_CHART } from '../../../payment/index.ts';
import type { OnStep } from './books.ts';

/** How often each state and each arrow of the state charts came to disk. */
export interface Coverage {
  readonly onStep: OnStep;
  /** A line for each state and each arrow, the rarest first. */
  report(): readonly { readonly what: string; readonly times: number }[];
}

interface Drawn {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly neverBecause?: string;
}

const CHARTS: Readonly<Record<Parameters<OnStep>[0]['machine'], readonly Drawn[]>> = {
  attempt: ATTEMPT_CHART,
  tab: TAB_CHART,
  disbursement: DISBURSEMENT_CHART,
  close: CLOSE_CHART,
};
/** Of these the book does not say by what each step was made. */
const WITHOUT_EVENT = new Set(['disbursement', 'close']);

export function createCoverage(): Coverage {
  const times = new Map<string, number>();
  const count = (what: string): void => void times.set(what, (times.get(what) ?? 0) + 1);

  return {
    onStep({ machine, from, to, by }) {
      count(stateName(machine, to));
      if (from !== '-') count(arrowName(machine, { from, to, by }));
    },
    report() {
      const wanted = Object.entries(CHARTS).flatMap(([machine, arrows]) =>
        arrows
          .filter(({ neverBecause }) => neverBecause === undefined)
          .flatMap((arrow) => [stateName(machine, arrow.to), arrowName(machine, arrow)]),
      );
      return [...new Set([...wanted, ...times.keys()])]
        .map((what) => ({ what, times: times.get(what) ?? 0 }))
        .toSorted((one, other) => one.times - other.times);
    },
  };
}

function stateName(machine: string, state: string): string {
  return `${machine}: ${state}`;
}

function arrowName(machine: string, { from, to, by }: Drawn): string {
  return `${machine}: ${from} to ${to}${WITHOUT_EVENT.has(machine) || by === '' ? '' : ` by ${by}`}`;
}
