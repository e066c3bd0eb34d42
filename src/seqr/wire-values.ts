/*
 * Values of a request that are more than text, written so that they are of their schema type (protocol §2). Each throws a
 * RangeError for what is not: nothing of the message has left then, and SEQR never sees one it cannot read.
 */

const INT_LIMIT = 2 ** 31;

function checked(value: string, isOfItsType: boolean, type: string): string {
  if (!isOfItsType) throw new RangeError(`not an ${type}`);
  return value;
}

/** An xs:decimal, kept as it was written: `1`, `0.45`, `-3`. */
export function wireDecimal(value: string): string {
  return checked(value, /^[+-]?\d{1,30}(?:\.\d{1,30})?$/.test(value), 'xs:decimal');
}

export function wireInt(value: number): string {
  return checked(value.toFixed(0), Number.isInteger(value) && value >= -INT_LIMIT && value < INT_LIMIT, 'xs:int');
}

/** An xs:long that is no less than 0: a duration. */
export function wireWhole(value: number): string {
  return checked(value.toFixed(0), Number.isSafeInteger(value) && value >= 0, 'xs:long');
}

const BASE64 = /^[A-Za-z\d+/]*(?:[A-Za-z\d+/][AQgw]==|[A-Za-z\d+/]{2}[AEIMQUYcgkosw048]=)?$/;

/** Padded, without white space, the bits that belong to no byte being 0; may be empty. */
export function wireBase64(value: string): string {
  return checked(value, value.length % 4 === 0 && BASE64.test(value), 'xs:base64Binary');
}

const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d|[+-]14:00)?$/;

/** An xs:dateTime of a day and a time that exist, with a zone or without. */
export function wireDateTime(value: string): string {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = (DATE_TIME.exec(value) ?? []).slice(1).map(Number);
  const lastDay = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const exists = year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= lastDay && hour < 24 && minute < 60 && second < 60;
  return checked(value, exists, 'xs:dateTime');
}
