/** Wall time as ISO 8601 with the zone of this machine, to the millisecond: what goes on paper and into the journal. */
export function isoWithZone(wallMs: number): string {
  const offsetMin = -new Date(wallMs).getTimezoneOffset();
  const sign = offsetMin < 0 ? '-' : '+';
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const local = new Date(wallMs + offsetMin * 60_000).toISOString().slice(0, -1);
  return `${local}${sign}${two(offsetMin / 60)}:${two(offsetMin % 60)}`;
}

/**
 * `2026-11-23 18:36:07`: the wall clock that such a text names, in its own zone, whatever zone this machine is in. A text of
 * another shape is returned as it is: no paper is lost over its date.
 */
export function timeOnPaper(iso: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})/.exec(iso);
  return match === null ? iso : `${match[1]} ${match[2]}`;
}
