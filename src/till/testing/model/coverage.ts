import type { IntentKind } from '../../../contract/intents.ts';
import { CLOSE_CHART } from '../../../day/index.ts';
import { DISBURSEMENT_CHART } from '../../../disbursement/index.ts';
import { ATTEMPT_CHART, TAB_CHART } from '../../../payment/index.ts';
import { ACTIONS } from './actions.ts';
import type { ActionName } from './actions.ts';
import type { OnStep } from './books.ts';
import { PRESSED_BY } from './intents-reached.ts';

/** Told what became of everything that was pressed; `action` null: by nobody of the model. */
export type OnAnswer = (answer: { readonly action: ActionName | null; readonly kind: IntentKind; readonly granted: boolean }) => void;

export interface Reached {
  readonly what: string;
  readonly times: number;
}

/** How often each state and each arrow of the state charts came to disk, and how often each button was granted. */
export interface Coverage {
  readonly onStep: OnStep;
  readonly onAnswer: OnAnswer;
  /** A line for each state and each arrow, the rarest first. */
  report(): readonly Reached[];
  /** One for each button, the rarest first. */
  granted(): readonly Reached[];
  /** One for each intent of the contract that the model presses, the rarest first. */
  grantedIntents(): readonly Reached[];
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
  const granted = new Map<string, number>();
  const rarestFirst = (all: readonly string[], counted: ReadonlyMap<string, number>): readonly Reached[] =>
    all.map((what) => ({ what, times: counted.get(what) ?? 0 })).toSorted((one, other) => one.times - other.times);

  return {
    onAnswer({ action, kind, granted: isGranted }) {
      if (isGranted) for (const what of [action ?? '', kind]) granted.set(what, (granted.get(what) ?? 0) + 1);
    },
    granted: () => rarestFirst(Object.keys(ACTIONS), granted),
    grantedIntents: () =>
      rarestFirst(
        Object.entries(PRESSED_BY).flatMap(([kind, by]) => ('because' in by ? [] : [kind])),
        granted,
      ),
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
      return rarestFirst([...new Set([...wanted, ...times.keys()])], times);
    },
  };
}

function stateName(machine: string, state: string): string {
  return `${machine}: ${state}`;
}

function arrowName(machine: string, { from, to, by }: Drawn): string {
  return `${machine}: ${from} to ${to}${WITHOUT_EVENT.has(machine) || by === '' ? '' : ` by ${by}`}`;
}
