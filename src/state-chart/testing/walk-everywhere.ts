/** A machine and all that can happen to it. */
export interface Walked<State, Event> {
  readonly begin: State;
  readonly events: readonly Event[];
  /** The very same object where nothing changes. */
  readonly step: (state: State, event: Event) => State;
  /** What a state may still become hangs on these: of two states with the same, one is walked on from. */
  readonly traits: (state: State) => string;
  /** The arrows of one step, as they would stand in the charts; none if it stays where it was. */
  readonly arrows: (before: State, event: Event, after: State) => readonly string[];
}

/** The arrows that the machine takes on any way from its beginning. */
export function walkEverywhere<State, Event>({ begin, events, step, traits, arrows }: Walked<State, Event>): ReadonlySet<string> {
  const taken = new Set<string>();
  const known = new Set([traits(begin)]);
  const toVisit = [begin];
  for (let state = toVisit.pop(); state !== undefined; state = toVisit.pop()) {
    for (const event of events) {
      const after = step(state, event);
      if (after === state) continue;
      for (const arrow of arrows(state, event, after)) taken.add(arrow);
      const become = traits(after);
      if (known.has(become)) continue;
      known.add(become);
      toVisit.push(after);
    }
  }
  return taken;
}
