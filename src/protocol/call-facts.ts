/**
 * What is fixed when money is asked for or sent, and on disk before anything leaves (PF-02): under which names, by whom, and
 * through which terminal of which service.
 */
export interface CallFacts {
  readonly id: string;
  /** Short, on screen, receipt and log (PF-19). */
  readonly correlationId: string;
  /** As sent; at most 32 characters (PF-19). */
  readonly clientReference: string;
  readonly clientInvoiceId: string;
  /** `simulator` for the built-in one, otherwise the endpoint's URL. What was begun there belongs to it (PF-24). */
  readonly endpoint: string;
  readonly terminalId: string;
  /** The register's designation, for the receipt. */
  readonly register: string;
  readonly cashier: { readonly number: string; readonly name: string };
  /** Wall time with zone, ISO 8601. */
  readonly startedAt: string;
}

/** A terminal of a service: whom SEQR knows a call by. Two services may give two terminals the same id. */
export type TerminalAt = Pick<CallFacts, 'endpoint' | 'terminalId'>;

export function isSameTerminal(one: TerminalAt, other: TerminalAt): boolean {
  return one.endpoint === other.endpoint && one.terminalId === other.terminalId;
}
