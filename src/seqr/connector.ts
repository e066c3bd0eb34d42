import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import { checkEndpoint } from '../protocol/endpoint.ts';
import { DEADLINE_MS } from '../protocol/index.ts';
import type { Answer, Operation, SeqrConnection, SeqrConnector } from '../protocol/index.ts';
import { makeCall } from './call.ts';
import type { Call } from './call.ts';
import { createConnections } from './connections.ts';
import type { Exchange } from './exchange.ts';
import { createOperations } from './operations.ts';
import { createCodecLoader } from './soap-codec.ts';
import type { EncodedRequest, SoapObject } from './soap-codec.ts';
import { fromTemplates, isTemplated } from './template.ts';
import { createUrgentCalls } from './urgent-calls.ts';
import { WRITTEN_TEMPLATES } from './written-templates.ts';

export interface SeqrConnectorOptions {
  /** SEQR's description as a local file; the server's own is never fetched, and no address is taken from it. */
  readonly wsdlPath: string;
  readonly clock: Clock;
  /** Something nobody can guess, letters and digits; for the placeholders of passwords. */
  readonly randomId?: () => string;
  /** Told of every call when it has ended. What it throws is ignored: a full disk must not cost an answer. */
  readonly log?: (exchange: Exchange) => void;
  /** Puts the envelopes, passwords masked, into what the log is told. They name products and amounts: off by default. */
  readonly showMessages?: boolean;
  /** The most bytes an answer may have; 1 MiB, and 16 MiB for a report, unless given. */
  readonly byteLimit?: number;
  /** Told when the SOAP library begins to load, which blocks this thread. */
  readonly onLibraryLoad?: () => void;
  /** Total milliseconds a call may take; {@link DEADLINE_MS} unless given. */
  readonly deadlineMs?: Partial<Readonly<Record<Operation, number>>>;
  /** A certificate authority (PEM) to trust in place of the usual ones: a gateway of the shop's own. */
  readonly certificateAuthority?: string;
}

/**
 * `load` brings in the SOAP library (a quarter of a second of this thread on a quiet machine, once) ahead of the first call
 * that needs it, say after the first paint. It never rejects.
 */
export interface SoapSeqrConnector extends SeqrConnector {
  load(): Promise<void>;
}

/** One text that is too long by a million characters costs that text, and not the answer it came with. */
const BYTE_LIMIT = 4 * 1024 * 1024;
const REPORT_BYTE_LIMIT = 16 * 1024 * 1024;

function quiet(log: (exchange: Exchange) => void): (exchange: Exchange) => void {
  return (exchange) => {
    try {
      log(exchange);
    } catch {
      // See `log`: its failure is its owner's.
    }
  };
}

/**
 * SEQR over SOAP. An endpoint that {@link checkEndpoint} refuses still gives a connection: each of its calls answers
 * `notSent`, so a damaged setting shows on the screen as what it is.
 */
export function createSeqrConnector(options: SeqrConnectorOptions): SoapSeqrConnector {
  const { clock } = options;
  const urgent = createUrgentCalls();
  const codec = createCodecLoader(options.wsdlPath, clock, async () => {
    await urgent.ended();
    options.onLibraryLoad?.();
  });
  const encode = (operation: Operation, args: SoapObject): EncodedRequest | Promise<EncodedRequest> =>
    fromTemplates(WRITTEN_TEMPLATES, operation, args) ?? codec().then((loaded) => loaded.encode(operation, args));
  const log = quiet(options.log ?? (() => undefined));
  const deadlineMs = { ...DEADLINE_MS, ...options.deadlineMs };

  return {
    load: () =>
      codec().then(
        () => undefined,
        () => undefined,
      ),
    connect(endpoint, clientId): SeqrConnection {
      const checked = checkEndpoint(endpoint);
      if (!checked.ok) return refusing(clientId, `the endpoint cannot be used (${checked.code})`, () => undefined);
      const url = new URL(checked.url);
      const connections = createConnections(url, clock);
      let isClosed = false;
      const environment = {
        url,
        clock,
        encode,
        connections,
        nonce: options.randomId ?? randomUUID,
        log,
        showMessages: options.showMessages ?? false,
        deadlineMs,
        byteLimit: (operation: Operation): number => options.byteLimit ?? (operation === 'executeReport' ? REPORT_BYTE_LIMIT : BYTE_LIMIT),
        certificateAuthority: options.certificateAuthority,
      };
      const call = <Value>(request: Call<Value>): Promise<Answer<Value>> => {
        if (isClosed) return Promise.resolve(notSent('the connection was closed by the till'));
        const made = makeCall(environment, request);
        return isTemplated(request.operation) ? urgent.track(made) : made;
      };
      return {
        ...createOperations(clientId, call),
        close() {
          isClosed = true;
          connections.close();
        },
      };
    },
  };
}

function notSent(detail: string): { kind: 'notSent'; reason: 'invalid-value'; detail: string; tookMs: 0 } {
  return { kind: 'notSent', reason: 'invalid-value', detail, tookMs: 0 };
}

function refusing(clientId: string, detail: string, close: () => void): SeqrConnection {
  return { ...createOperations(clientId, () => Promise.resolve(notSent(detail))), close };
}
