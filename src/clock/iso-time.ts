/** Wall time as ISO 8601 with the zone of this machine, to the millisecond: what goes on paper and into the journal. */
export function isoWithZone(wallMs: number): string {
  const offsetMin = -new Date(wallMs).getTimezoneOffset();
  const sign = offsetMin < 0 ? '-' : '+';
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, '0');
  const local = new Date(wallMs + offsetMin * 60_000).toISOString().slice(0, -1);
  return `${local}${sign}${two(offsetMin / 60)}:${two(offsetMin % 60)}`;
}
