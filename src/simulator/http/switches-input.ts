import { isOperationName } from '../wire/operations.ts';
import type { OperationName } from '../wire/operations.ts';
import { INVOICE_STATUSES } from '../wire/schema.ts';
import {
  BOOKED,
  ENDED_READS,
  INVOICE_CODES,
  PAID_BENDS,
  PAID_READS,
  REFUND_REFERENCES,
  REPORT_SHAPES,
  RESERVED_RULES,
  UNREAD_RULES,
} from '../world/switches.ts';
import type { AfterPaid, Booked, BookingDelay, Switches } from '../world/switches.ts';
import { BadInput, readBoolean, readListOf, readObject, readOneOf, readStrings, readWhole } from './json-input.ts';
import type { JsonObject } from './json-input.ts';

/** Thirty days. */
const MAX_LATE_MS = 2_592_000_000;
const MAX_LATE_PERIODS = 100;
const MAX_PASSING_MS = 600_000;
const MAX_CODE = 999_999_999;

/** How each switch is read, by its name. */
const READERS: { readonly [Name in keyof Switches]: (input: JsonObject, name: Name) => Switches[Name] } = {
  resellersWithoutRefunds: readStrings,
  reportShape: (input, name) => readOneOf(input, name, REPORT_SHAPES),
  refundsInReports: readBoolean,
  reservedInvoices: (input, name) => readOneOf(input, name, RESERVED_RULES),
  bookedLate: readDelays,
  unreadInReports: (input, name) => readOneOf(input, name, UNREAD_RULES),
  refused: readRefused,
  reservedInPassingMs: (input, name) => readWhole(input, name, MAX_PASSING_MS),
  afterPaid: readAfterPaid,
  endedReads: (input, name) => readOneOf(input, name, ENDED_READS),
  paidBends: (input, name) => readListOf(input, name, PAID_BENDS),
  paidReads: (input, name) => readOneOf(input, name, PAID_READS),
  invoiceCode: (input, name) => readOneOf(input, name, INVOICE_CODES),
  overlongReferences: readBoolean,
  refundReference: (input, name) => readOneOf(input, name, REFUND_REFERENCES),
};

/** Of a request to set switches: those it names. @throws BadInput also for a name that is no switch's */
export function readSwitches(input: JsonObject): Partial<Switches> {
  return Object.fromEntries(Object.keys(input).map((name) => [name, readSwitch(input, name)]));
}

function readSwitch(input: JsonObject, name: string): unknown {
  if (!isSwitchName(name)) throw new BadInput(`There is no switch "${name}".`);
  // Each reader takes its own name; TypeScript cannot correlate the two.
  const read = READERS[name] as (input: JsonObject, name: string) => unknown;
  return read(input, name);
}

function isSwitchName(name: string): name is keyof Switches {
  return Object.hasOwn(READERS, name);
}

/** `{"refund":{"ms":60000,"periods":1}}`; what is left out of a delay is 0, what is not named is booked at once. */
function readDelays(input: JsonObject, name: string): Switches['bookedLate'] {
  const delays = readObject(input, name);
  return Object.fromEntries(
    Object.keys(delays).map((key): readonly [Booked, BookingDelay] => {
      const booked = BOOKED.find((each) => each === key);
      if (booked === undefined) throw new BadInput(`"${name}" may name ${BOOKED.join(', ')}, not "${key}".`);
      const delay = readObject(delays, key);
      return [booked, { ms: readWhole(delay, 'ms', MAX_LATE_MS, 0), periods: readWhole(delay, 'periods', MAX_LATE_PERIODS, 0) }];
    }),
  );
}

/** `{"cancelInvoice":94}` */
function readRefused(input: JsonObject, name: string): Switches['refused'] {
  const codes = readObject(input, name);
  return Object.fromEntries(
    Object.keys(codes).map((operation): readonly [OperationName, number] => {
      if (!isOperationName(operation)) throw new BadInput(`"${name}" may name operations, not "${operation}".`);
      return [operation, readWhole(codes, operation, MAX_CODE)];
    }),
  );
}

function readAfterPaid(input: JsonObject, name: string): AfterPaid | null {
  const said = input[name];
  if (said === null) return null;
  if (typeof said === 'number') return readWhole(input, name, MAX_CODE);
  const status = INVOICE_STATUSES.find((each) => each === said);
  if (status === undefined || status === 'PAID') throw new BadInput(`"${name}" must be null, a result code, or a status other than PAID.`);
  return status;
}
