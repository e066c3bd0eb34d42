import type { OutgoingView } from '../../../src/contract/index.ts';

/** What each part of the screen is given, whatever became of the money. */
export interface OutgoingPartProps {
  readonly view: OutgoingView;
  readonly pending: boolean;
  readonly onLeave: () => void;
}
