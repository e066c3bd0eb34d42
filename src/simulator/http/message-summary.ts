import type { Message } from './message-log.ts';

/** One exchange in a line, without its documents. */
export interface MessageSummary {
  readonly number: number;
  readonly at: string;
  readonly operation: string | null;
  /** Who called: a terminal or a reseller; null when the request does not say. */
  readonly caller: string | null;
  /** The invoice or payment it was about, as far as one is named. */
  readonly reference: string | null;
  /** Null unless the answer has one. */
  readonly resultCode: number | null;
  readonly httpStatus: number | null;
  readonly fault: string | null;
  readonly processed: boolean;
}

export function summaryOf(message: Message): MessageSummary {
  const { number, at, operation, request, response, httpStatus, fault, processed } = message;
  const code = textOf(response, 'resultCode');
  return {
    number,
    at,
    operation,
    caller: textOf(request, 'id'),
    reference: textOf(request, 'invoiceReference') ?? textOf(request, 'ersReference') ?? textOf(response, 'invoiceReference'),
    resultCode: code !== null && /^\d{1,9}$/.test(code) ? Number(code) : null,
    httpStatus,
    fault,
    processed,
  };
}

/** The text of the first element of a name, whatever its prefix; the documents are told of here, not understood. */
function textOf(document: string | null, name: string): string | null {
  return new RegExp(`<(?:\\w+:)?${name}>([^<]{1,80})<`).exec(document ?? '')?.[1] ?? null;
}
