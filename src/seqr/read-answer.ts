import type { Answer, NoAnswerReason, Operation } from '../protocol/index.ts';
import { openAnswer, openEnvelope } from './envelope.ts';
import type { EnvelopeContent } from './envelope.ts';
import type { HttpAnswer } from './http.ts';
import { isOverlong, soleInt, soleText } from './values.ts';
import type { XmlElement } from './xml.ts';

/** What an operation makes of its own answer. */
export interface AnswerReader<Value> {
  readonly operation: Operation;
  /** What the operation adds to the base of every answer; null if a value the money hangs on is missing or doubled. */
  readonly read: (returned: XmlElement, resultCode: number) => Value | null;
}

type Unusable = { readonly kind: 'notSent' | 'noAnswer'; readonly reason: NoAnswerReason; readonly detail: string };
export type Outcome<Value> =
  | Unusable
  | (Omit<Extract<Answer<Value>, { kind: 'answered' }>, 'tookMs'> & {
      /** Values that were left out because they are too long. */ readonly overlong?: readonly string[];
    });

/** 500 is for faults only: a good body under a 500 is not what SEQR says of a success (protocol §1). */
function openHttpAnswer(operation: Operation, answer: HttpAnswer): EnvelopeContent {
  if (answer.statusCode === 200) return openAnswer(operation, answer.text);
  const content = openEnvelope(answer.text);
  return content.ok || content.reason !== 'soap-fault'
    ? { ok: false, reason: 'http-status', detail: 'the server answered HTTP 500 without a SOAP fault' }
    : content;
}

/**
 * What a whole HTTP answer says (PF-05). `mask` hides the passwords of the call in what is passed on of the server's words.
 * Never throws, whatever the text is.
 */
export function readAnswer<Value>(reader: AnswerReader<Value>, answer: HttpAnswer, mask: (text: string) => string): Outcome<Value> {
  const content = openHttpAnswer(reader.operation, answer);
  if (!content.ok) return { kind: 'noAnswer', reason: content.reason, detail: mask(content.detail) };
  const returned = content.payload;
  const overlong = overlongNames(returned);
  const resultCode = soleInt(returned, 'resultCode');
  if (resultCode === null) return { kind: 'noAnswer', reason: 'invalid-value', detail: 'resultCode is not there once as a number' };
  const value = reader.read(returned, resultCode);
  if (value === null) return { kind: 'noAnswer', reason: 'invalid-value', detail: 'a needed value is missing, doubled or not of its type' };
  return {
    kind: 'answered',
    resultCode,
    resultDescription: mask(soleText(returned, 'resultDescription') ?? ''),
    ersReference: soleText(returned, 'ersReference'),
    value,
    serverDateMs: answer.serverDateMs,
    ...(overlong.length > 0 ? { overlong } : {}),
  };
}

/** The names of the values that were left out because they are too long, each once: for the log. */
function overlongNames(element: XmlElement): readonly string[] {
  const names = element.children.flatMap((child) => [
    ...(isOverlong(child) ? [child.name.slice(0, NAME_LENGTH)] : []),
    ...overlongNames(child),
  ]);
  return [...new Set(names)].slice(0, MAX_NAMES);
}

const NAME_LENGTH = 40;
const MAX_NAMES = 10;
