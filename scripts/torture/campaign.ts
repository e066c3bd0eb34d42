/** What was written after `npm run torture --`. */
export type Flags = Readonly<Record<string, string | boolean | undefined>>;

/** Flags by their names without the dashes: with a value, or without. */
export type FlagTable = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

/** One way of tormenting the till. It is chosen by writing its flag. */
export interface Campaign {
  /** Its flag without the dashes. */
  readonly flag: string;
  /** One line for the help: its flags with their values, and what it does. */
  readonly usage: readonly [flags: string, what: string];
  /** Its own flag and those that only it knows; `--seed` is everybody's. */
  readonly options: FlagTable;
  /**
   * Runs to the end and prints what it saw on stdout: what a failure needs to be seen again above all.
   *
   * @returns whether everything held
   */
  run(flags: Flags, seed: number): Promise<boolean>;
}

/** @returns a whole number from a flag, or what to take without it. @throws Error with a sentence for whoever typed it */
export function count(flags: Flags, name: string, without: number): number {
  const given = flags[name];
  if (given === undefined || typeof given === 'boolean') return without;
  const value = Number(given);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} takes a whole number, not ${given}`);
  return value;
}
