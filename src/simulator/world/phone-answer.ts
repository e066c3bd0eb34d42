/** Why a phone could not do what the customer asked; `error` is a sentence for a person. */
export interface PhoneRefusal {
  readonly ok: false;
  readonly reason:
    | 'badCode'
    | 'badCard'
    | 'unknownCode'
    | 'unknownCustomer'
    | 'unknownCard'
    | 'nothingWaiting'
    | 'unknownInvoice'
    | 'wrongState'
    | 'takenByAnother';
  readonly error: string;
}
export type PhoneAnswer<T> = { readonly ok: true; readonly value: T } | PhoneRefusal;

export function refusal(reason: PhoneRefusal['reason'], error: string): PhoneRefusal {
  return { ok: false, reason, error };
}

export function noSuchCustomer(): PhoneRefusal {
  return refusal('unknownCustomer', 'There is no such customer.');
}
