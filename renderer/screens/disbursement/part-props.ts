import type { DisbursementView } from '../../../src/contract/index.ts';

/** What each part of the screen is given, whatever became of the money. */
export interface DisbursementPartProps {
  readonly view: DisbursementView;
  readonly pending: boolean;
  readonly onLeave: () => void;
}
