import type { OverviewAnswer } from './answers.ts';
import type { JsonDeps } from './deps.ts';
import { BadInput } from './json-input.ts';
import type { JsonObject } from './json-input.ts';
import { summaryOf } from './message-summary.ts';
import type { JsonAnswer } from './route.ts';

/** Query `after`: the number of the last exchange that is known already. One that is ahead of all is of an earlier run. */
export function overviewAnswer({ world, faults, log, copies }: JsonDeps, input: JsonObject): JsonAnswer {
  const lastMessage = log.list().at(-1)?.number ?? 0;
  const asked = readNumber(input, 'after', '0');
  const after = asked > lastMessage ? 0 : asked;
  const messages = log
    .list()
    .filter(({ number }) => number > after)
    .map(summaryOf);
  const body: OverviewAnswer = { ...world.overview(), faults: faults.list(), copies: copies.list(), messages, lastMessage };
  return { status: 200, body };
}

/** One exchange whole, while it is among the latest. */
export function messageAnswer({ log }: JsonDeps, input: JsonObject): JsonAnswer {
  const number = readNumber(input, 'number');
  const message = log.list().find((each) => each.number === number);
  return message ? { status: 200, body: message } : { status: 404, body: { error: `Message ${number} is not kept any longer.` } };
}

function readNumber(input: JsonObject, name: string, absent?: string): number {
  const value = input[name] ?? absent;
  if (typeof value !== 'string' || !/^\d{1,15}$/.test(value)) throw new BadInput(`"${name}" must be a whole number.`);
  return Number(value);
}
