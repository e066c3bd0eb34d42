import type { Switches } from '../world/switches.ts';
import { RESERVED_RULES } from '../world/switches.ts';
import { BadInput, readBoolean, readOneOf } from './json-input.ts';
import type { JsonObject } from './json-input.ts';

/** Of a request to set switches: those it names. */
export function readSwitches(input: JsonObject): Partial<Switches> {
  return {
    ...(input['resellersWithoutRefunds'] === undefined ? {} : { resellersWithoutRefunds: readIds(input) }),
    ...(input['reportShape'] === undefined ? {} : { reportShape: readShape(input) }),
    ...(input['refundsInReports'] === undefined ? {} : { refundsInReports: readBoolean(input, 'refundsInReports') }),
    ...(input['reservedInvoices'] === undefined ? {} : { reservedInvoices: readOneOf(input, 'reservedInvoices', RESERVED_RULES) }),
  };
}

function readIds(input: JsonObject): readonly string[] {
  const ids = input['resellersWithoutRefunds'];
  if (!Array.isArray(ids) || !ids.every((id): id is string => typeof id === 'string')) {
    throw new BadInput('"resellersWithoutRefunds" must be a list of reseller ids.');
  }
  return ids;
}

function readShape(input: JsonObject): Switches['reportShape'] {
  const shape = input['reportShape'];
  if (shape !== 'published' && shape !== 'swapped') throw new BadInput('"reportShape" must be "published" or "swapped".');
  return shape;
}
