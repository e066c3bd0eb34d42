import type { Message, MessageSummary } from './answers.ts';

/** What an exchange's documents tell of it. */
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
