/**
 * Calls that have no effect here and that a till must be able to make are accepted, and written down so that a test can
 * ask whether they were made. README.md lists them; there is no other call that quietly does nothing.
 */
export interface RecordedCall {
  readonly api: string;
  readonly args: readonly unknown[];
}

/** Tests read it: `electronApp.evaluate(() => globalThis[Symbol.for('electron-standin.record')])`. */
export const RECORD = Symbol.for('electron-standin.record');
/** Enough for any test; an application that runs for days must not fill memory with it. */
const RECORD_LIMIT = 1_000;

const calls: RecordedCall[] = [];
Object.defineProperty(globalThis, RECORD, { value: calls });

export function record(api: string, ...args: readonly unknown[]): void {
  calls.push({ api, args });
  if (calls.length > RECORD_LIMIT) calls.shift();
}
