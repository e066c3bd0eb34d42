import { DEFAULT_CUSTOMER_ID } from '../world/customers.ts';
import type { PhoneAnswer, PhoneRefusal } from '../world/phone-answer.ts';
import type { CustomerCard } from '../world/records.ts';
import type { World } from '../world/world.ts';
import { readBoolean, readOptionalString, readPin, readString, readWhole } from './json-input.ts';
import type { JsonObject } from './json-input.ts';
import { ok } from './route.ts';
import type { JsonAnswer, Route } from './route.ts';

/** A bank that takes longer than this is a declined payment in practice. */
const MAX_BANK_MS = 600_000;

/** What a customer does with the phone. Without a `customerId` it is the default customer's. */
export function phoneRoutes(world: World): ReadonlyMap<string, Route> {
  const { phone } = world;
  return new Map<string, Route>([
    ['POST /api/phone/scan', (input) => shown(phone.scan(readString(input, 'code'), customerOf(input)))],
    [
      'POST /api/phone/pay',
      (input) => {
        const options = { bankMs: readWhole(input, 'bankMs', MAX_BANK_MS, 0), pin: readPin(input) };
        return moved(phone.pay(readString(input, 'invoiceReference'), options));
      },
    ],
    ['POST /api/phone/decline', (input) => moved(phone.decline(readString(input, 'invoiceReference')))],
    ['POST /api/phone/cancel', (input) => moved(phone.cancel(readString(input, 'invoiceReference')))],
    ['POST /api/phone/state', (input) => shown(phone.state(readString(input, 'invoiceReference')))],
    ['GET /api/phone/state', (input) => shown(phone.state(readString(input, 'invoiceReference')))],
    ['POST /api/phone/account', (input) => shown(phone.account(customerOf(input)))],
    ['POST /api/phone/owners', () => ok(world.customers().map(({ id, name }) => ({ id, name })))],
    ['POST /api/phone/share', (input) => sharing(world, input)],
    ['POST /api/phone/cards/add', (input) => shown(phone.addCard(readCard(input), customerOf(input)))],
    ['POST /api/phone/cards/choose', (input) => shown(phone.chooseCard(readString(input, 'id'), customerOf(input)))],
    ['POST /api/phone/cards/remove', (input) => shown(phone.removeCard(readString(input, 'id'), customerOf(input)))],
  ]);
}

function customerOf(input: JsonObject): string | undefined {
  return readOptionalString(input, 'customerId');
}

/** Whether the customer's scans tell the user id; the account as it is then. */
function sharing(world: World, input: JsonObject): JsonAnswer {
  const customerId = customerOf(input);
  const sharesUserId = readBoolean(input, 'sharesUserId');
  world.setCustomer(customerId ?? DEFAULT_CUSTOMER_ID, { sharesUserId });
  return shown(world.phone.account(customerId));
}

function readCard(input: JsonObject): CustomerCard {
  const description = readOptionalString(input, 'description') ?? '';
  return { id: readString(input, 'id'), value: readString(input, 'value'), description };
}

function shown(answer: PhoneAnswer<object>): JsonAnswer {
  return answer.ok ? ok(answer.value) : refused(answer);
}

function moved(answer: PhoneAnswer<string>): JsonAnswer {
  return answer.ok ? ok({ status: answer.value }) : refused(answer);
}

const HTTP_STATUS: Readonly<Record<PhoneRefusal['reason'], number>> = {
  badCode: 400,
  badCard: 400,
  unknownCode: 404,
  unknownCustomer: 404,
  unknownCard: 404,
  nothingWaiting: 404,
  unknownInvoice: 404,
  wrongState: 409,
  takenByAnother: 409,
};

/** `reason` beside `error` lets the phone page tell an unknown code from a till that has not sent an amount yet. */
function refused({ reason, error }: PhoneRefusal): JsonAnswer {
  return { status: HTTP_STATUS[reason], body: { error, reason } };
}
