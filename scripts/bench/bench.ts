import type { SimulatorProcess } from '../../e2e/support/simulator-process.ts';
import type { Row } from './report.ts';

/** What every part of the bench works with. */
export interface Bench {
  /** The long run, with as many repetitions as the goals are set for. */
  readonly full: boolean;
  readonly simulator: SimulatorProcess;
  /** A fresh copy of the data folder of a till that has been set up by hand, removed at the end of the bench. */
  readonly setUpFolder: () => Promise<string>;
  /** A data folder that has been set up with a terminal of its own, for tills that take payments beside one another. */
  readonly ownTerminalFolder: () => Promise<string>;
  /** An empty folder, removed at the end of the bench. */
  readonly emptyFolder: () => string;
  /** Says on stderr what is going on. */
  readonly tell: (text: string) => void;
}

/** One measurement with its baseline. Throws if it could not be made. */
export type Part = (bench: Bench) => Promise<readonly Row[]>;
