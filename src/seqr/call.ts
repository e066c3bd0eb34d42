import type { Clock } from '../clock/clock.ts';
import type { Answer, Operation } from '../protocol/index.ts';
import type { Connections } from './connections.ts';
import type { Exchange } from './exchange.ts';
import { post } from './http.ts';
import { readAnswer } from './read-answer.ts';
import type { AnswerReader, Outcome } from './read-answer.ts';
import { createSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import { DescriptionError } from './soap-codec.ts';
import type { EncodedRequest, SoapObject } from './soap-codec.ts';

/** What a call needs around it. */
export interface CallEnvironment {
  readonly url: URL;
  readonly clock: Clock;
  /** At once, or when the SOAP library has been loaded; that time is not the call's. Rejects if the request cannot be built. */
  readonly encode: (operation: Operation, args: SoapObject) => EncodedRequest | Promise<EncodedRequest>;
  readonly connections: Connections;
  readonly nonce: () => string;
  readonly log: (exchange: Exchange) => void;
  readonly showMessages: boolean;
  readonly deadlineMs: Readonly<Record<Operation, number>>;
  readonly byteLimit: (operation: Operation) => number;
  readonly certificateAuthority: string | undefined;
}

export interface Call<Value> extends AnswerReader<Value> {
  readonly correlationId: string | null;
  readonly args: (secrets: Secrets) => SoapObject;
}

/**
 * Makes one call: encodes, sends, reads, logs. Never rejects (PF-05), never repeats, ends within the deadline, which counts
 * from the socket (PF-25), and so does `tookMs`.
 */
export async function makeCall<Value>(environment: CallEnvironment, call: Call<Value>): Promise<Answer<Value>> {
  const { clock } = environment;
  let tookMs = 0;
  const secrets = createSecrets(environment.nonce());
  let encoded: string | null = null;
  let answered: string | null = null;

  const attempt = async (): Promise<Outcome<Value>> => {
    let request;
    try {
      const encoding = environment.encode(call.operation, call.args(secrets));
      request = encoding instanceof Promise ? await encoding : encoding;
    } catch (error) {
      if (error instanceof DescriptionError) return { kind: 'notSent', reason: 'no-description', detail: error.message };
      // Any other error may quote the request; nothing of it leaves this line.
      return { kind: 'notSent', reason: 'invalid-value', detail: 'the request could not be built from the SOAP description' };
    }
    encoded = request.xml;
    const startMs = clock.monotonicMs();
    const answer = await post(
      {
        url: environment.url,
        headers: request.headers,
        body: secrets.reveal(request.xml),
        deadlineMs: environment.deadlineMs[call.operation],
        byteLimit: environment.byteLimit(call.operation),
      },
      environment.connections.sourceFor(call.operation),
      clock,
      environment.certificateAuthority,
    );
    tookMs = clock.monotonicMs() - startMs;
    if (answer.kind !== 'answer') return answer;
    answered = answer.text;
    return readAnswer(call, answer, (text) => secrets.mask(text));
  };

  const { overlong, ...outcome } = { overlong: undefined, ...(await attempt()) };
  const shown = (text: string | null): string | null => (environment.showMessages && text !== null ? secrets.mask(text) : null);
  environment.log({
    operation: call.operation,
    correlationId: call.correlationId,
    outcome: outcome.kind,
    resultCode: outcome.kind === 'answered' ? outcome.resultCode : null,
    reason: outcome.kind === 'answered' ? null : outcome.reason,
    detail: outcome.kind !== 'answered' ? outcome.detail : overlong === undefined ? null : `too long, and left out: ${overlong.join(', ')}`,
    tookMs,
    request: shown(encoded),
    answer: shown(answered),
  });
  return { ...outcome, tookMs };
}
