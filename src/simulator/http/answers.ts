import type { PendingFault } from '../wire/faults.ts';
import type { OverviewView } from '../world/overview.ts';

/* What the JSON interface answers with, as those who ask know it: the operator's page among them. */

/** One SOAP exchange as it went over the socket, passwords masked. */
export interface Message {
  /** 1, 2, 3 … in the order in which they ended. */
  readonly number: number;
  readonly at: string;
  /** Null when the request was not understood. */
  readonly operation: string | null;
  readonly request: string;
  /** Null when the connection was cut or the client left first. */
  readonly response: string | null;
  readonly httpStatus: number | null;
  /** The injected fault, as asked for. */
  readonly fault: string | null;
  /** Whether the request took effect, or will, late. */
  readonly processed: boolean;
}

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

/** A state that was kept. */
export interface CopyView {
  readonly name: string;
  readonly at: string;
}

/** What the operator's page asks for once a second. */
export interface OverviewAnswer extends OverviewView {
  readonly faults: readonly PendingFault[];
  readonly copies: readonly CopyView[];
  /** The exchanges after the one asked for, oldest first. */
  readonly messages: readonly MessageSummary[];
  /** The latest exchange's number, to ask with the next time; 0 when there has been none. */
  readonly lastMessage: number;
}
