import { parseArgs } from 'node:util';
import { BadInput, parseObject } from './http/json-input.ts';
import { readSwitches } from './http/switches-input.ts';
import { SHIPPED_SCENARIOS } from './scenario/find-scenario.ts';
import type { SimulatorSettings } from './simulator.ts';
import { ACK_MODES } from './world/core.ts';
import { RESERVED_RULES } from './world/switches.ts';
import type { Switches } from './world/switches.ts';

export const HELP = `A SEQR service for practice and tests. No real money.

Usage: npm run simulator -- [options]

  --port N          port to listen on; 0 takes a free one (default 0)
  --host ADDRESS    address to listen on (default 127.0.0.1). Nothing asks for a password:
                    with another address than this machine's own, everybody on the network
                    can pay, spoil, move the clock and reset
  --seed N          whole number; the same seed gives the same references (default 1)
  --ack any|version what acknowledges a payment: any answered status read, or only one
                    that sends the paid version (default any)
  --currency CODE   the merchants' currency, three letters (default SEK)
  --lifetime S      seconds an unpaid invoice lives (default 600)
  --reserved keep|cancel
                    what a new invoice does to a reserved one of the same terminal (default keep)
  --report-delay S  seconds after markTransactionPeriod until its reports are ready; before
                    that they are answered 2 (default 3)
  --switches JSON   switches of the start, as POST /api/switches takes them, such as
                    '{"refused":{"cancelInvoice":94}}'
  --scenario NAME   customers and faults that come by themselves: ${SHIPPED_SCENARIOS.join(', ')},
                    or a file of your own; assets/scenarios shows the form
  --state FILE      go on from this file and keep everything in it: terminals, invoices,
                    reservations, customers with balances and cards, ledger, reports,
                    switches, the clock; written within a twentieth of a second
  --help            this text

Whether the till is asked about a customer's card is the till's choice (acknowledgmentMode
of its invoices). What can be switched while the simulator runs is on the operator's page:
switches, faults, blocked and lost terminals, older states, the clock.

The first line on standard output is a JSON object with "url" and "soap". The operator's
page is at /, the customer's phone at /phone, that of another customer at /phone?customer=ID
(astrid, bo, chandra, dilara), the service description at ?wsdl of the soap address.
`;

export type CliOptions =
  /** `scenario`: the name of one that is shipped, or a path. */
  | { readonly kind: 'run'; readonly settings: Omit<SimulatorSettings, 'wsdl' | 'scenario'>; readonly scenario: string | undefined }
  | { readonly kind: 'help' }
  /** `message`: a sentence that says which flag is wrong and how it should be. */
  | { readonly kind: 'wrong'; readonly message: string };

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  seed: { type: 'string' },
  ack: { type: 'string' },
  currency: { type: 'string' },
  lifetime: { type: 'string' },
  reserved: { type: 'string' },
  'report-delay': { type: 'string' },
  switches: { type: 'string' },
  scenario: { type: 'string' },
  state: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const MAX_SEED = 2 ** 32 - 1;
const MAX_LIFETIME_S = 86_400;
const MAX_REPORT_DELAY_S = 3_600;

class WrongFlag extends Error {}

export function parseCliOptions(args: readonly string[]): CliOptions {
  try {
    const { values } = parseArgs({ args: [...args], options: FLAGS, strict: true, allowPositionals: false });
    if (values.help === true) return { kind: 'help' };
    const lifetimeS = whole('lifetime', values.lifetime, 1, MAX_LIFETIME_S);
    const reportDelayS = whole('report-delay', values['report-delay'], 0, MAX_REPORT_DELAY_S);
    return {
      kind: 'run',
      scenario: notEmpty('scenario', values.scenario),
      settings: {
        port: whole('port', values.port, 0, 65_535),
        host: notEmpty('host', values.host),
        seed: whole('seed', values.seed, 0, MAX_SEED),
        ack: oneOf('ack', values.ack, ACK_MODES),
        currency: currencyCode(values.currency),
        invoiceLifetimeMs: lifetimeS === undefined ? undefined : lifetimeS * 1000,
        reportReadyMs: reportDelayS === undefined ? undefined : reportDelayS * 1000,
        reservedInvoices: oneOf('reserved', values.reserved, RESERVED_RULES),
        switches: switchesOf(values.switches),
        stateFile: notEmpty('state', values.state),
      },
    };
  } catch (error) {
    if (error instanceof Error) return { kind: 'wrong', message: error.message };
    throw error;
  }
}

function whole(name: string, value: string | undefined, min: number, max: number): number | undefined {
  if (value === undefined) return undefined;
  const number = /^\d{1,15}$/.test(value) ? Number(value) : NaN;
  if (!(number >= min && number <= max)) throw new WrongFlag(`--${name} must be a whole number from ${min} to ${max}.`);
  return number;
}

function switchesOf(json: string | undefined): Partial<Switches> | undefined {
  if (json === undefined) return undefined;
  try {
    return readSwitches(parseObject(json));
  } catch (error) {
    throw new WrongFlag(`--switches: ${error instanceof BadInput ? error.message : 'unknown reason'}`);
  }
}

function notEmpty(name: string, value: string | undefined): string | undefined {
  if (value?.trim() === '') throw new WrongFlag(`--${name} must not be empty.`);
  return value;
}

function oneOf<Word extends string>(name: string, value: string | undefined, words: readonly Word[]): Word | undefined {
  const word = words.find((each) => each === value);
  if (value !== undefined && word === undefined) {
    throw new WrongFlag(`--${name} must be ${words.map((each) => `"${each}"`).join(' or ')}.`);
  }
  return word;
}

function currencyCode(value: string | undefined): string | undefined {
  if (value !== undefined && !/^[A-Z]{3}$/.test(value)) {
    throw new WrongFlag('--currency must be three capital letters, such as SEK.');
  }
  return value;
}
