/**
 * `2026-11-23 18:36:07`: the wall clock that `issuedAt` itself names, in its own zone, whatever zone this machine is in.
 * A text of another shape is returned as it is: a receipt is never lost over its date.
 */
export function receiptTime(issuedAt: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})/.exec(issuedAt);
  return match === null ? issuedAt : `${match[1]} ${match[2]}`;
}
