import { parseFault } from '../wire/faults.ts';
import type { FaultPlan } from '../wire/faults.ts';
import type { CustomerSettings } from '../world/records.ts';
import { contradictionRoutes } from './contradictions-api.ts';
import type { JsonDeps } from './deps.ts';
import { BadInput, readBoolean, readString, readWhole } from './json-input.ts';
import type { JsonObject } from './json-input.ts';
import { messageAnswer, overviewAnswer } from './overview-api.ts';
import { phoneRoutes } from './phone-api.ts';
import { conflict, notFound, ok } from './route.ts';
import type { JsonAnswer, Route } from './route.ts';
import { readSwitches } from './switches-input.ts';

const MAX_FAULT_COUNT = 100_000;

/** The JSON interface by method and path. */
export function jsonRoutes(deps: JsonDeps): ReadonlyMap<string, Route> {
  const { world, faults, log, copies, player } = deps;
  return new Map<string, Route>([
    ...phoneRoutes(world),
    ...contradictionRoutes(deps),
    ['GET /api/invoices', () => ok(world.invoices())],
    ['GET /api/customers', () => ok(world.customers())],
    [
      'POST /api/customers',
      (input) => {
        const id = readString(input, 'id');
        const known = world.setCustomer(id, readSettings(input));
        return known ? ok(world.customers()) : notFound(`There is no customer "${id}".`);
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
    ['GET /api/message', (input) => messageAnswer(deps, input)],
    ['GET /api/overview', (input) => overviewAnswer(deps, input)],
    ['GET /api/faults', () => ok(faults.list())],
    ['GET /api/scenario', () => ok(player?.view() ?? null)],
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
        copies.clear();
        return ok({});
      },
    ],
  ]);
}

/** Of a request about a customer: what it names. */
function readSettings(input: JsonObject): Partial<CustomerSettings> {
  return {
    ...(input['allowsRefunds'] === undefined ? {} : { allowsRefunds: readBoolean(input, 'allowsRefunds') }),
    ...(input['allowsReservations'] === undefined ? {} : { allowsReservations: readBoolean(input, 'allowsReservations') }),
    ...(input['sharesUserId'] === undefined ? {} : { sharesUserId: readBoolean(input, 'sharesUserId') }),
  };
}

function addFault(faults: FaultPlan, input: JsonObject): JsonAnswer {
  const operation = readString(input, 'operation');
  const kind = readString(input, 'kind');
  const fault = parseFault(operation, kind);
  if (!fault) throw new BadInput(`There is no fault "${kind}" for operation "${operation}".`);
  if (!faults.add(fault, readWhole(input, 'count', MAX_FAULT_COUNT, 1))) {
    return conflict('Too many faults are waiting already.');
  }
  return ok(faults.list());
}
