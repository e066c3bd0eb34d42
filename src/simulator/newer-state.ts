/** What there is to say about a state file that only a newer simulator understands. */
export interface NewerState {
  /** Its name, without the folder. */
  readonly file: string;
  /** The version of its form, as it says itself. */
  readonly found: number;
  /** The newest version that this simulator knows. */
  readonly known: number;
}

/** A newer simulator has written this file. It was not touched: what this one would make of it is not known. */
export class NewerStateError extends Error {
  readonly newer: NewerState;
  constructor(newer: NewerState) {
    super(`${newer.file} was written by a newer Kassa: its form is version ${newer.found}, and this Kassa knows up to ${newer.known}`);
    this.name = 'NewerStateError';
    this.newer = newer;
  }
}
