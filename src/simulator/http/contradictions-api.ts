import { LOST_CODES } from '../world/result-codes.ts';
import { isoTime } from '../world/views.ts';
import type { JsonDeps } from './deps.ts';
import { BadInput, readOptionalString, readShift, readString, readWhole } from './json-input.ts';
import type { JsonObject } from './json-input.ts';
import { conflict, notFound, ok } from './route.ts';
import type { JsonAnswer, Route } from './route.ts';

const MAX_VERSIONS = 1_000_000;
/** Ten years, for one request. */
const MAX_CLOCK_MS = 315_360_000_000;

/** What the service can be made to contradict: what it has said, whom it knew, and what time it is. */
export function contradictionRoutes({ world, copies }: JsonDeps): ReadonlyMap<string, Route> {
  return new Map<string, Route>([
    ['GET /api/copies', () => ok(copies.list())],
    [
      'POST /api/copies',
      (input) => {
        copies.keep(readString(input, 'name'), world);
        return ok(copies.list());
      },
    ],
    [
      'POST /api/restore',
      (input) => {
        const name = readString(input, 'name');
        const copy = copies.get(name);
        if (!copy) return notFound(`There is no copy "${name}".`);
        const restored = world.restore(copy, readOptionalString(input, 'invoiceReference'));
        return restored ? ok({}) : notFound('That invoice is not there now, or was not then.');
      },
    ],
    [
      'POST /api/versions',
      (input) => {
        const by = readWhole(input, 'lowerBy', MAX_VERSIONS);
        return world.lowerVersions(by, readOptionalString(input, 'invoiceReference')) ? ok({}) : notFound('There is no such invoice.');
      },
    ],
    [
      'POST /api/take-back',
      (input) => {
        const done = world.takeBack(readString(input, 'invoiceReference'));
        return done ? ok({}) : conflict('That invoice is not paid, or a part of it was refunded.');
      },
    ],
    [
      'POST /api/lose',
      (input) => {
        world.setLost(readString(input, 'terminalId'), readLostCode(input));
        return ok({});
      },
    ],
    ['POST /api/free', (input) => (world.freeSeqrId(readString(input, 'seqrId')) ? ok({}) : notFound('No terminal has that SEQR id.'))],
    ['GET /api/clock', () => ok(clock())],
    ['POST /api/clock', setClock],
  ]);

  function clock(): { readonly now: string; readonly told: string } {
    return { now: isoTime(world.nowMs()), told: isoTime(world.toldMs()) };
  }

  function setClock(input: JsonObject): JsonAnswer {
    if (input['shiftToldMs'] === undefined) {
      const done = world.advance(readWhole(input, 'advanceMs', MAX_CLOCK_MS));
      return done ? ok(clock()) : conflict('The clock cannot be put forward by more than a hundred years in all.');
    }
    if (input['advanceMs'] !== undefined) throw new BadInput('Name "advanceMs" or "shiftToldMs", not both.');
    const done = world.shiftToldTime(readShift(input, 'shiftToldMs', MAX_CLOCK_MS));
    return done ? ok(clock()) : conflict('The time that is told cannot differ by more than ten years.');
  }
}

function readLostCode(input: JsonObject): (typeof LOST_CODES)[number] | null {
  const { code } = input;
  if (code === null) return null;
  const known = LOST_CODES.find((each) => each === code);
  if (known === undefined) throw new BadInput(`"code" must be null or one of ${LOST_CODES.join(', ')}.`);
  return known;
}
