import type { Clock } from '../clock/clock.ts';
import type { Answer, NoAnswerReason, Operation } from '../protocol/index.ts';
import type { Connections } from './connections.ts';
import { openAnswer, openEnvelope } from './envelope.ts';
import type { EnvelopeContent } from './envelope.ts';
import type { Exchange } from './exchange.ts';
import { post } from './http.ts';
import type { HttpAnswer } from './http.ts';
import { createSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';
import type { SoapCodec, SoapObject } from './soap-codec.ts';
import { soleInt, soleText } from './values.ts';
import type { XmlElement } from './xml.ts';

/** What a call needs around it. */
export interface CallEnvironment {
  readonly url: URL;
  readonly clock: Clock;
  readonly codec: () => Promise<SoapCodec>;
  readonly connections: Connections;
  readonly nonce: () => string;
  readonly log: (exchange: Exchange) => void;
  readonly showMessages: boolean;
  readonly deadlineMs: Readonly<Record<Operation, number>>;
  readonly byteLimit: (operation: Operation) => number;
  readonly certificateAuthority: string | undefined;
}

export interface Call<Value> {
  readonly operation: Operation;
  readonly correlationId: string | null;
  readonly args: (secrets: Secrets) => SoapObject;
  /** What the operation adds to the base of every answer; null if a value the money hangs on is missing or doubled. */
  readonly read: (returned: XmlElement, resultCode: number) => Value | null;
}

/** 500 is for faults only: a good body under a 500 is not what SEQR says of a success (protocol §1). */
function openHttpAnswer(operation: Operation, answer: HttpAnswer): EnvelopeContent {
  if (answer.statusCode === 200) return openAnswer(operation, answer.text);
  const content = openEnvelope(answer.text);
  return content.ok || content.reason !== 'soap-fault'
    ? { ok: false, reason: 'http-status', detail: 'the server answered HTTP 500 without a SOAP fault' }
    : content;
}

type Unusable = { readonly kind: 'notSent' | 'noAnswer'; readonly reason: NoAnswerReason; readonly detail: string };
type Outcome<Value> = Unusable | Omit<Extract<Answer<Value>, { kind: 'answered' }>, 'tookMs'>;

function readOutcome<Value>(call: Call<Value>, answer: HttpAnswer, secrets: Secrets): Outcome<Value> {
  const content = openHttpAnswer(call.operation, answer);
  if (!content.ok) return { kind: 'noAnswer', reason: content.reason, detail: secrets.mask(content.detail) };
  const returned = content.payload;
  const resultCode = soleInt(returned, 'resultCode');
  if (resultCode === null) return { kind: 'noAnswer', reason: 'invalid-value', detail: 'resultCode is not there once as a number' };
  const value = call.read(returned, resultCode);
  if (value === null) return { kind: 'noAnswer', reason: 'invalid-value', detail: 'a needed value is missing, doubled or not of its type' };
  return {
    kind: 'answered',
    resultCode,
    resultDescription: secrets.mask(soleText(returned, 'resultDescription') ?? ''),
    ersReference: soleText(returned, 'ersReference'),
    value,
    serverDateMs: answer.serverDateMs,
  };
}

/** Makes one call: encodes, sends, reads, logs. Never rejects (PF-05), never repeats, ends within the deadline (PF-25). */
export async function makeCall<Value>(environment: CallEnvironment, call: Call<Value>): Promise<Answer<Value>> {
  const { clock } = environment;
  const startMs = clock.monotonicMs();
  const secrets = createSecrets(environment.nonce());
  let encoded: string | null = null;
  let answered: string | null = null;

  const attempt = async (): Promise<Outcome<Value>> => {
    let request;
    try {
      request = (await environment.codec()).encode(call.operation, call.args(secrets));
    } catch {
      // The error may quote the request; nothing of it leaves this line.
      return { kind: 'notSent', reason: 'invalid-value', detail: 'the request could not be built from the SOAP description' };
    }
    encoded = request.xml;
    const answer = await post(
      {
        url: environment.url,
        headers: request.headers,
        body: secrets.reveal(request.xml),
        deadlineMs: environment.deadlineMs[call.operation] - (clock.monotonicMs() - startMs),
        byteLimit: environment.byteLimit(call.operation),
      },
      environment.connections.sourceFor(call.operation),
      clock,
      environment.certificateAuthority,
    );
    if (answer.kind !== 'answer') return answer;
    answered = answer.text;
    return readOutcome(call, answer, secrets);
  };

  const outcome = await attempt();
  const tookMs = clock.monotonicMs() - startMs;
  const shown = (text: string | null): string | null => (environment.showMessages && text !== null ? secrets.mask(text) : null);
  environment.log({
    operation: call.operation,
    correlationId: call.correlationId,
    outcome: outcome.kind,
    resultCode: outcome.kind === 'answered' ? outcome.resultCode : null,
    reason: outcome.kind === 'answered' ? null : outcome.reason,
    detail: outcome.kind === 'answered' ? null : outcome.detail,
    tookMs,
    request: shown(encoded),
    answer: shown(answered),
  });
  return { ...outcome, tookMs };
}
