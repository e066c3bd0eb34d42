import { readFile } from 'node:fs/promises';
import type * as StrongSoap from 'strong-soap';
import type { Clock } from '../clock/clock.ts';
import { OPERATIONS } from '../protocol/index.ts';
import type { Operation } from '../protocol/index.ts';
import { withExactValues } from './wsdl.ts';
import { parseXml } from './xml.ts';

/*
 * strong-soap behind one adapter: the only file that knows it.
 *
 * What it does for us: it knows the description. It puts a request's elements into schema order, qualifies the wrapper
 * and nothing else, and gives the headers that go with it.
 *
 * What it does not do: send, and read answers. Its documented extension point, the http client, hands us the finished
 * request and never calls back. Its reader resolves as success what is none (an empty body, a login page, another
 * operation's answer, two statuses), and two readers could disagree about a payment; so there is one, ours (read-answer.ts),
 * which works on the envelope itself. Nor does it ever see a password (secrets.ts).
 */

/** The arguments of an operation: built by request.ts from our own types only, so no key is ever a user's. */
export interface SoapObject {
  readonly [element: string]: string | SoapObject | readonly SoapObject[];
}

export interface EncodedRequest {
  readonly xml: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface SoapCodec {
  /** Throws only if the description has no such operation, which loading has ruled out. */
  encode(operation: Operation, args: SoapObject): EncodedRequest;
}

/**
 * Waiting for what is in a hurry (8 s at most), then reading a local file and 450 modules: seconds on a slow disk at worst.
 * A limit of its own, because the deadline of a call counts from its socket (PF-25).
 */
export const LOAD_DEADLINE_MS = 20_000;
/** Never called: the transport has the endpoint, the description's own address is not used. */
const NO_ENDPOINT = 'https://endpoint.invalid/';

/** A CommonJS module: a bundler may hand it over as the module itself or as its default. */
async function importStrongSoap(): Promise<typeof StrongSoap.soap> {
  const loaded: typeof StrongSoap & { readonly default?: typeof StrongSoap } = await import('strong-soap');
  return (loaded.default ?? loaded).soap;
}

/** Why nothing can be encoded, in words that hold nothing of a request. */
export class DescriptionError extends Error {}

function within<Value>(clock: Clock, deadlineMs: number, work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const withdraw = clock.after(deadlineMs, () => reject(new DescriptionError('the SOAP description took too long to load')));
    work.then(resolve, reject).finally(withdraw);
  });
}

/** Loads strong-soap, and has it read the description. Rejects with a {@link DescriptionError} if that cannot be used. */
export async function loadCodec(wsdlPath: string): Promise<SoapCodec> {
  const text = await readFile(wsdlPath, 'utf8').catch(() => {
    throw new DescriptionError('the SOAP description cannot be read');
  });
  const soap = await importStrongSoap().catch(() => {
    throw new DescriptionError('the SOAP library cannot be loaded');
  });
  // A truncated description loads into strong-soap without complaint; the other parser notices.
  if (!parseXml(text).ok) throw new DescriptionError('the SOAP description is damaged');
  const wsdl = await new Promise((resolve, reject) => {
    new soap.WSDL(withExactValues(text), wsdlPath, {}).load((error, loaded) => {
      if (error === null || error === undefined) resolve(loaded);
      else reject(new DescriptionError('the SOAP description cannot be used'));
    });
  });

  let captured: EncodedRequest | null = null;
  const request: StrongSoap.StrongSoapHttpClient['request'] = (_url, xml, _callback, headers) => {
    captured = { xml, headers };
    return undefined;
  };
  const client = new soap.Client(wsdl, NO_ENDPOINT, { httpClient: { options: { prettyPrint: false }, request } });
  const described = new Set(Object.values(client.describe()).flatMap((service) => Object.values(service).flatMap(Object.keys)));
  const missing = OPERATIONS.filter((operation) => !described.has(operation));
  if (missing.length > 0) throw new DescriptionError(`the SOAP description lacks ${missing.join(', ')}`);

  return {
    encode(operation, args) {
      captured = null;
      const invoke = client[operation] as (args: SoapObject, callback: () => void) => void;
      invoke(args, () => undefined);
      client.lastRequest = '';
      client.lastMessage = '';
      // The library builds and hands over the request within the call.
      const encoded = captured as EncodedRequest | null;
      if (encoded === null) throw new Error(`${operation} was not encoded`);
      return encoded;
    },
  };
}

/**
 * The codec, loaded once, when it is first needed; a failed attempt is not kept, so a later one may succeed.
 *
 * Loading blocks the thread. @param whenClear waited for before it begins, so that nothing in a hurry is held up.
 */
export function createCodecLoader(wsdlPath: string, clock: Clock, whenClear: () => Promise<void>): () => Promise<SoapCodec> {
  let loading: Promise<SoapCodec> | null = null;
  return () => {
    loading ??= within(
      clock,
      LOAD_DEADLINE_MS,
      whenClear().then(() => loadCodec(wsdlPath)),
    ).catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
}
