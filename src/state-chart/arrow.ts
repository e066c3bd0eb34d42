/** One arrow of a state chart: what may happen in the state `from`, and that it leads to `to`. */
export interface Arrow<State extends string, Event extends string> {
  readonly from: State;
  readonly to: State;
  /** The machine's own word for the event. */
  readonly by: Event;
  /** When that event leads here rather than elsewhere, in a few words for the drawn chart. */
  readonly when: string;
  /** Where docs/payment-rules.md says why. */
  readonly rule: `PF-${number}`;
  /** The machine must know what to do, though the till as it is built never brings it about: why not. */
  readonly neverBecause?: string;
}

/** Whether the chart lets this event lead from one state to the other. Staying where one is needs no arrow. */
export function allows<State extends string, Event extends string>(
  chart: readonly Arrow<State, Event>[],
  from: State,
  by: Event,
  to: State,
): boolean {
  return from === to || chart.some((arrow) => arrow.from === from && arrow.by === by && arrow.to === to);
}
