/** SEQR's own time zone: its sample answers carry +01:00, and its references the same local time (protocol §1). */
const SEQR_ZONE = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Stockholm',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
  timeZoneName: 'longOffset',
});

export interface ZoneTime {
  /** `20151029` */
  readonly date: string;
  /** `101848663`: hours, minutes, seconds, milliseconds. */
  readonly time: string;
  /** `2015-10-29T10:18:48.663+01:00` */
  readonly dateTime: string;
}

/** @param atMs milliseconds since 1970 UTC */
export function zoneTime(atMs: number): ZoneTime {
  const parts = new Map(SEQR_ZONE.formatToParts(atMs).map((p) => [p.type, p.value]));
  const get = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const [year, month, day] = [get('year'), get('month'), get('day')];
  const [hour, minute, second, ms] = [get('hour'), get('minute'), get('second'), get('fractionalSecond')];
  const offset = get('timeZoneName').replace('GMT', '') || '+00:00';
  return {
    date: `${year}${month}${day}`,
    time: `${hour}${minute}${second}${ms}`,
    dateTime: `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}${offset}`,
  };
}
