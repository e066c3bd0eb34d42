import { z } from 'zod';
import { parseFault } from '../wire/faults.ts';
import { parseMinor } from '../world/money.ts';

/**
 * A scenario: customers who come when an invoice appears, and faults that come by themselves. Times are seconds; a pair is a
 * least and a most, drawn anew each time. `assets/scenarios` holds those that are shipped.
 */

/** A day; a scenario that waits longer is a mistake in its units. */
const MAX_S = 86_400;
/** A bank that takes longer than this is a declined payment in practice. */
const MAX_BANK_S = 600;

const seconds = (max: number) =>
  z.number(`must be a number of seconds from 0 to ${max}`).min(0, `must be 0 or more`).max(max, `must be at most ${max} seconds`);
const rangeOf = <Part extends z.ZodNumber>(part: Part) =>
  z.union([part, z.tuple([part, part]).refine((pair) => Number(pair[0]) <= Number(pair[1]), 'must begin with the smaller of the two')]);
const text = z.string('must be a text').min(1, 'must not be empty').max(500, 'must have at most 500 characters');
const amount = text.refine((value) => (parseMinor(value) ?? -1) >= 0, 'must be an amount such as "100.00"');
const whole = z.int('must be a whole number').min(1, 'must be 1 or more').max(1_000, 'must be at most 1000');

const step = z.strictObject({
  do: z.enum(['scan', 'pay', 'decline', 'cancel'], 'must be "scan", "pay", "decline" or "cancel"'),
  /** Counted from the step before, the first from the moment the invoice appears. */
  afterS: rangeOf(seconds(MAX_S)).default(0),
  /** How long the bank takes over `pay`. */
  bankS: rangeOf(seconds(MAX_BANK_S)).default(0),
});

const customer = z.strictObject({
  name: text,
  /** How often this one comes, beside the others. */
  weight: z.number('must be a number').positive('must be more than 0').default(1),
  /** Whose phones: ids of customers, one drawn each time. All when left out. */
  phones: z.array(text, 'must be a list of customers’ ids').min(1, 'must not be empty').optional(),
  /** Only to invoices from this amount to that, both included. */
  minAmount: amount.optional(),
  maxAmount: amount.optional(),
  /** A loyalty card that is put on the phone before the scan. */
  card: z.strictObject({ id: text, value: text, description: z.string().default('') }).optional(),
  /** None: the customer walks away. A step that the till is to acknowledge first waits for it. */
  steps: z
    .array(step, 'must be a list of steps')
    .max(20, 'must have at most 20 steps')
    .refine(([first]) => first === undefined || first.do === 'scan', 'must begin with "scan"'),
});

const fault = z
  .strictObject({
    /** An operation, or `*` for whichever comes next. */
    operation: text,
    /** One of them is drawn each time; written as for POST /api/faults. */
    kinds: z.array(text, 'must be a list of kinds').min(1, 'must not be empty'),
    /** When the first comes, and how long after each the next does; left out: once. */
    fromS: rangeOf(seconds(MAX_S)).default(0),
    everyS: rangeOf(seconds(MAX_S).min(0.1, 'must be 0.1 or more')).optional(),
    untilS: seconds(MAX_S).optional(),
    /** Calls spoiled each time. */
    count: rangeOf(whole).default(1),
  })
  .superRefine(({ operation, kinds }, context) => {
    for (const [index, kind] of kinds.entries()) {
      if (parseFault(operation, kind)) continue;
      context.addIssue({ code: 'custom', path: ['kinds', index], message: `there is no fault "${kind}" for operation "${operation}"` });
    }
  });

const scenario = z.strictObject({
  name: text,
  about: z.string('must be a text').default(''),
  /** The same seed and the same invoices at the same times bring the same customers. */
  seed: z
    .int('must be a whole number')
    .min(0, 'must be 0 or more')
    .max(2 ** 32 - 1, 'must be below 2 to the 32nd')
    .default(1),
  customers: z.array(customer, 'must be a list of customers').default([]),
  faults: z.array(fault, 'must be a list of faults').default([]),
});

export type Scenario = z.infer<typeof scenario>;
export type ScenarioCustomer = Scenario['customers'][number];
export type ScenarioStep = ScenarioCustomer['steps'][number];
export type ScenarioFault = Scenario['faults'][number];
/** One value, or a least and a most. */
export type Range = number | readonly [number, number];

export type ReadScenario = { readonly ok: true; readonly scenario: Scenario } | { readonly ok: false; readonly errors: readonly string[] };

/** Each error names its place: `customers[0].steps[1].afterS must be …`. */
export function readScenario(json: string): ReadScenario {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { ok: false, errors: [`it is not JSON: ${error instanceof Error ? error.message : 'unreadable'}`] };
  }
  const read = scenario.safeParse(value);
  return read.success ? { ok: true, scenario: read.data } : { ok: false, errors: read.error.issues.map(sentenceOf) };
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const place = issue.path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '');
  const at = place === '' ? 'the scenario' : place;
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${at} has no "${issue.keys.join('", "')}"`;
    case 'invalid_union':
      return `${at} must be a number, or a least and a most such as [2, 5]`;
    case 'custom':
      return issue.path.includes('kinds') ? `${at}: ${issue.message}` : `${at} ${issue.message}`;
    default:
      return `${at} ${issue.message}`;
  }
}
