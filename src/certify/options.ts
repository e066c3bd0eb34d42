import { parseArgs } from 'node:util';
import { CURRENCIES } from '../money/index.ts';
import { checkEndpoint } from '../protocol/endpoint.ts';
import type { EndpointProblem } from '../protocol/endpoint.ts';
import { isSeqrId } from '../protocol/index.ts';
import { ACKNOWLEDGE_FORMS, CLIENT_ID_FORMS, UNREGISTER_FORMS } from './run-options.ts';
import type { CertifyOptions } from './run-options.ts';

export type ParsedOptions =
  | { readonly kind: 'run'; readonly options: CertifyOptions }
  | { readonly kind: 'help' }
  /** `message`: one sentence on what to write instead. */
  | { readonly kind: 'wrong'; readonly message: string };

export const HELP = `Runs SEQR's certification sheet against an endpoint with the till's own client.

Usage: npm run certify -- --endpoint URL --reseller ID --user 9900 --password PW --seqr-id ID [options]

  --endpoint URL           the SOAP address; https, or http on this machine
  --reseller ID            the shop's id with SEQR
  --user ID                its user, 9900 unless SEQR says otherwise
  --password PW            its password
  --seqr-id ID             the SEQR id to assign to the terminal for the run
  --phone URL              a simulator whose phone scans and pays; without it, the code is shown here and a
                           person has five minutes to pay
  --json                   only [{"step","ok","calls","detail"}] on standard output, the story on standard error
  --title TEXT             the invoices' title (default: Kassa certification)
  --currency CODE          the shop's currency (default: SEK)
  --help                   this text

Where SEQR's interface text and its sheet differ, both forms can be sent; the result says which were:

  --client-ids FORM        api (default): clientId is Kassa and its version, clientReference another for every call;
                           certification: clientId is the company's name, which --client-id gives, clientReference
                           is Kassa and its version
  --client-id TEXT         this clientId instead
  --client-reference TEXT  this clientReference for every call instead, at most 32 characters
  --unregister-as WHO      terminal (default) or reseller; the message names no terminal then, so afterwards the run
                           looks whether its own is gone
  --acknowledge HOW        query (default): the read that answers PAID is the last before the thirty seconds of
                           step 4; version: one more sends the version of PAID back, as the till itself always does

Steps 4 and 7 take a payment of 1.10 each, step 7 gives its own back: on a production endpoint that is real money.
A terminal is registered for the run and unregistered on every way out. Exit code: 0 all steps passed, 1 not all,
2 a flag is wrong.
`;

const FLAGS = {
  endpoint: { type: 'string' },
  reseller: { type: 'string' },
  user: { type: 'string' },
  password: { type: 'string' },
  'seqr-id': { type: 'string' },
  phone: { type: 'string' },
  json: { type: 'boolean' },
  title: { type: 'string' },
  currency: { type: 'string' },
  'client-ids': { type: 'string' },
  'client-id': { type: 'string' },
  'client-reference': { type: 'string' },
  'unregister-as': { type: 'string' },
  acknowledge: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const ENDPOINT_PROBLEMS: Readonly<Record<EndpointProblem, string>> = {
  'not-a-url': '--endpoint must be a whole address, such as https://extdev.seqr.com/soap/merchant/cashregister-2.',
  'not-http': '--endpoint must begin with https:// (or with http:// on this machine).',
  'https-required': '--endpoint must begin with https://: over http anybody on the way could read the password.',
  'credentials-in-url': '--endpoint must not hold a user or password; --user and --password take them.',
};

const REFERENCE_LENGTH = 32;
const DEFAULT_TITLE = 'Kassa certification';

class WrongFlag extends Error {}

function needed(name: string, value: string | undefined): string {
  if (value === undefined || value.trim() === '') throw new WrongFlag(`--${name} is needed: say --${name} VALUE.`);
  return value;
}

function endpointOf(value: string): string {
  const checked = checkEndpoint(value);
  if (!checked.ok) throw new WrongFlag(ENDPOINT_PROBLEMS[checked.code]);
  return checked.url;
}

function phoneOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  const url = URL.parse(value);
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new WrongFlag("--phone must be the simulator's address, such as http://127.0.0.1:8080.");
  return url.origin;
}

function oneOf<const Form extends string>(name: string, value: string, forms: readonly Form[]): Form {
  const form = forms.find((known) => known === value);
  if (form === undefined) throw new WrongFlag(`--${name} must be ${forms.join(' or ')}.`);
  return form;
}

/** Reads the flags; `args` without the program's name. A leading `--` is skipped. */
export function parseOptions(args: readonly string[]): ParsedOptions {
  try {
    const { values } = parseArgs({
      args: args[0] === '--' ? args.slice(1) : [...args],
      options: FLAGS,
      strict: true,
      allowPositionals: false,
    });
    if (values.help === true) return { kind: 'help' };
    const currency = CURRENCIES.find((known) => known === (values.currency ?? 'SEK').toUpperCase());
    if (currency === undefined) throw new WrongFlag(`--currency must be one of ${CURRENCIES.join(', ')}.`);
    const seqrId = needed('seqr-id', values['seqr-id']);
    if (!isSeqrId(seqrId)) throw new WrongFlag('--seqr-id must be up to 40 letters and digits.');
    const reference = values['client-reference'] ?? null;
    if (reference !== null && (reference.trim() === '' || reference.length > REFERENCE_LENGTH)) {
      throw new WrongFlag(`--client-reference must have 1 to ${REFERENCE_LENGTH} characters.`);
    }
    const clientIds = oneOf('client-ids', values['client-ids'] ?? 'api', CLIENT_ID_FORMS);
    if (clientIds === 'certification' && (values['client-id'] ?? '').trim() === '') {
      throw new WrongFlag("--client-ids certification needs the company's name: say --client-id NAME.");
    }
    return {
      kind: 'run',
      options: {
        endpoint: endpointOf(needed('endpoint', values.endpoint)),
        resellerId: needed('reseller', values.reseller),
        userId: needed('user', values.user),
        password: needed('password', values.password),
        seqrId,
        phoneUrl: phoneOf(values.phone),
        isJson: values.json ?? false,
        title: values.title ?? DEFAULT_TITLE,
        currency,
        clientIds,
        clientId: values['client-id'] ?? null,
        clientReference: reference,
        unregisterAs: oneOf('unregister-as', values['unregister-as'] ?? 'terminal', UNREGISTER_FORMS),
        acknowledge: oneOf('acknowledge', values.acknowledge ?? 'query', ACKNOWLEDGE_FORMS),
      },
    };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'wrong', message: error.message };
  }
}
