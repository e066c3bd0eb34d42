import type { Clock } from '../clock/clock.ts';
import type { IntentResult } from '../contract/ipc.ts';
import { TIMING } from '../payment/index.ts';
import type { ProblemCode } from '../text/index.ts';
import { refuse } from './results.ts';

export interface RightOfWayDeps {
  readonly clock: Clock;
  /** SEQR is ending the period just now. */
  readonly isMarking: () => boolean;
  /** What is open can only be ended with the present terminal. */
  readonly terminalHeld: () => ProblemCode | null;
  readonly onChange: () => void;
}

/**
 * Who goes first: money never begins to move while the terminal is being changed or the period is being marked, and the
 * terminal is not changed while money moves (PF-17, PF-24). Both sides ask here, in the very moment in which they begin;
 * what was asked before waiting for SEQR, the keychain or the PIN says nothing any more.
 */
export interface RightOfWay {
  /** Why no payment, refund or pay-out can begin now; null: it can, if it begins before anything is waited for. */
  moneyRefusal(): ProblemCode | null;
  /** The terminal is being registered, given an id, unregistered or exchanged for another service's. */
  isChanging(): boolean;
  /** Changes the terminal. Refused while it is held, or is being changed by somebody else. */
  change(act: () => IntentResult | Promise<IntentResult>): Promise<IntentResult>;
  /**
   * SEQR has granted something that the settings have refused to keep: `save` is tried again every second, and until it has
   * returned true the terminal counts as being changed.
   */
  owe(save: () => boolean): void;
  stop(): void;
}

export function createRightOfWay({ clock, isMarking, terminalHeld, onChange }: RightOfWayDeps): RightOfWay {
  let isUnderWay = false;
  let stopped = false;
  let owed: readonly (() => boolean)[] = [];
  let withdraw: () => void = () => undefined;

  /** True: nothing is owed any more. In their order, because a later one may build upon an earlier one. */
  function pay(): boolean {
    const [first, ...others] = owed;
    if (first === undefined) return true;
    if (!first()) return false;
    owed = others;
    return pay();
  }

  function payLater(): void {
    withdraw();
    if (stopped) return;
    withdraw = clock.after(TIMING.writeAgainMs, () => {
      if (!pay()) return payLater();
      onChange();
    });
  }

  const isChanging = (): boolean => isUnderWay || owed.length > 0;

  return {
    moneyRefusal() {
      if (isChanging()) return 'terminal.changing';
      return isMarking() ? 'day.marking' : null;
    },
    isChanging,
    async change(act) {
      if (isUnderWay) return refuse('setup.not-now');
      if (!pay()) return refuse('settings.not-saved');
      const held = terminalHeld();
      if (held !== null) return refuse(held);
      isUnderWay = true;
      try {
        return await act();
      } finally {
        isUnderWay = false;
      }
    },
    owe(save) {
      owed = [...owed, save];
      payLater();
    },
    stop() {
      stopped = true;
      withdraw();
      owed = [];
    },
  };
}
