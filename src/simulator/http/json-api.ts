import type { World } from '../world.ts';
import type { BankRules } from '../world/customers.ts';
import type { PhoneAnswer, PhoneRefusal } from '../world/phone.ts';
import { isoTime } from '../world/views.ts';
import { parseFault } from './faults.ts';
import type { FaultPlan } from './faults.ts';
import { BadInput, readBoolean, readOptionalString, readPin, readString, readWhole } from './json-input.ts';
import type { JsonObject } from './json-input.ts';
import type { MessageLog } from './message-log.ts';
import { readSwitches } from './switches-input.ts';

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** `input` is the body's object, or for GET the query as strings. */
type Route = (input: JsonObject) => JsonAnswer;

export interface JsonDeps {
  readonly world: World;
  readonly faults: FaultPlan;
  readonly log: MessageLog;
}

/** A bank that takes longer than this is a declined payment in practice. */
const MAX_BANK_MS = 600_000;
const MAX_FAULT_COUNT = 100_000;
/** Ten years. */
const MAX_ADVANCE_MS = 315_360_000_000;

/** The JSON interface by method and path. */
export function jsonRoutes({ world, faults, log }: JsonDeps): ReadonlyMap<string, Route> {
  return new Map<string, Route>([
    ['POST /api/phone/scan', (input) => scanned(world.phone.scan(readString(input, 'code'), readOptionalString(input, 'customerId')))],
    [
      'POST /api/phone/pay',
      (input) => {
        const options = { bankMs: readWhole(input, 'bankMs', MAX_BANK_MS, 0), pin: readPin(input) };
        return moved(world.phone.pay(readString(input, 'invoiceReference'), options));
      },
    ],
    ['POST /api/phone/decline', (input) => moved(world.phone.decline(readString(input, 'invoiceReference')))],
    ['POST /api/phone/cancel', (input) => moved(world.phone.cancel(readString(input, 'invoiceReference')))],
    ['POST /api/phone/state', (input) => scanned(world.phone.state(readString(input, 'invoiceReference')))],
    ['GET /api/phone/state', (input) => scanned(world.phone.state(readString(input, 'invoiceReference')))],
    ['POST /api/phone/account', (input) => scanned(world.phone.account(readOptionalString(input, 'customerId')))],
    ['GET /api/invoices', () => ok(world.invoices())],
    ['GET /api/customers', () => ok(world.customers())],
    [
      'POST /api/customers',
      (input) => {
        const id = readString(input, 'id');
        const known = world.setCustomer(id, readBankRules(input));
        return known ? ok(world.customers()) : { status: 404, body: { error: `There is no customer "${id}".` } };
      },
    ],
    ['GET /api/switches', () => ok(world.switches())],
    [
      'POST /api/switches',
      (input) => {
        world.setSwitches(readSwitches(input));
        return ok(world.switches());
      },
    ],
    ['GET /api/terminals', () => ok(world.terminals())],
    ['GET /api/ledger', () => ok(world.ledger())],
    ['GET /api/receipts', () => ok(world.receipts())],
    ['GET /api/messages', () => ok(log.list())],
    ['GET /api/faults', () => ok(faults.list())],
    ['GET /api/clock', () => ok({ now: isoTime(world.nowMs()) })],
    [
      'POST /api/clock',
      (input) => {
        world.advance(readWhole(input, 'advanceMs', MAX_ADVANCE_MS));
        return ok({ now: isoTime(world.nowMs()) });
      },
    ],
    ['POST /api/faults', (input) => addFault(faults, input)],
    [
      'DELETE /api/faults',
      () => {
        faults.clear();
        return ok(faults.list());
      },
    ],
    [
      'POST /api/block',
      (input) => {
        world.setBlocked(readString(input, 'id'), readBoolean(input, 'blocked'));
        return ok({});
      },
    ],
    [
      'POST /api/reset',
      () => {
        world.reset();
        faults.clear();
        log.clear();
        return ok({});
      },
    ],
  ]);
}

/** Of a request about a customer's bank: what it names. */
function readBankRules(input: JsonObject): Partial<BankRules> {
  return {
    ...(input['allowsRefunds'] === undefined ? {} : { allowsRefunds: readBoolean(input, 'allowsRefunds') }),
    ...(input['allowsReservations'] === undefined ? {} : { allowsReservations: readBoolean(input, 'allowsReservations') }),
  };
}

function addFault(faults: FaultPlan, input: JsonObject): JsonAnswer {
  const operation = readString(input, 'operation');
  const kind = readString(input, 'kind');
  const fault = parseFault(operation, kind);
  if (!fault) throw new BadInput(`There is no fault "${kind}" for operation "${operation}".`);
  if (!faults.add(fault, readWhole(input, 'count', MAX_FAULT_COUNT, 1))) {
    return { status: 409, body: { error: 'Too many faults are waiting already.' } };
  }
  return ok(faults.list());
}

function ok(body: unknown): JsonAnswer {
  return { status: 200, body };
}

function scanned(answer: PhoneAnswer<object>): JsonAnswer {
  return answer.ok ? ok(answer.value) : refused(answer);
}

function moved(answer: PhoneAnswer<string>): JsonAnswer {
  return answer.ok ? ok({ status: answer.value }) : refused(answer);
}

/** `reason` beside `error` lets the phone page tell an unknown code from a till that has not sent an amount yet. */
function refused({ reason, error }: PhoneRefusal): JsonAnswer {
  const status = { badCode: 400, unknownCode: 404, unknownCustomer: 404, nothingWaiting: 404, unknownInvoice: 404, wrongState: 409 }[reason];
  return { status, body: { error, reason } };
}
