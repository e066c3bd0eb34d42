import { isOperationName } from './operations.ts';
import type { OperationName } from './operations.ts';

/** A way to spoil an exchange. Written as in the JSON interface: `drop`, `delay:3000`, `result:93`, `truncated:after`. */
export type FaultKind =
  | { readonly name: 'delay' | 'drip'; readonly ms: number }
  | { readonly name: 'result'; readonly code: number }
  | { readonly name: PlainFaultName };

const PLAIN_FAULTS = [
  'drop',
  'http-503-html',
  'html-200',
  'truncated',
  'empty-200',
  'wrong-operation',
  'two-status',
  'http-500-good-body',
  'soap-fault',
  'redirect',
] as const;
type PlainFaultName = (typeof PLAIN_FAULTS)[number];

/** `before`: the request is not processed. `after`: it is, and then its answer is spoiled. */
export type FaultMoment = 'before' | 'after';

export interface Fault {
  readonly operation: OperationName | '*';
  /** As asked for, with its moment. */
  readonly text: string;
  readonly kind: FaultKind;
  readonly moment: FaultMoment;
}

export interface PendingFault {
  readonly operation: string;
  readonly kind: string;
  /** Calls still to be spoiled. */
  readonly count: number;
}

/** Ten minutes; a longer silence is a `drop`. */
const MAX_FAULT_MS = 600_000;
const MAX_PENDING = 1_000;

/** Undefined unless both parts are understood. */
export function parseFault(operation: string, text: string): Fault | undefined {
  if (operation !== '*' && !isOperationName(operation)) return undefined;
  const moment = /:(before|after)$/.exec(text)?.[1];
  const kind = parseKind(moment === undefined ? text : text.slice(0, -moment.length - 1));
  if (!kind) return undefined;
  return { operation, text: moment === undefined ? `${text}:before` : text, kind, moment: moment === 'after' ? 'after' : 'before' };
}

function parseKind(text: string): FaultKind | undefined {
  const plain = PLAIN_FAULTS.find((name) => name === text);
  if (plain) return { name: plain };
  const match = /^(delay|drip|result):(\d{1,9})$/.exec(text);
  if (!match) return undefined;
  const [, name, digits] = match;
  const value = Number(digits);
  if (name === 'result') return { name, code: value };
  if (value > MAX_FAULT_MS) return undefined;
  return { name: name === 'drip' ? 'drip' : 'delay', ms: value };
}

/** The faults still to come, first asked first served. */
export class FaultPlan {
  #pending: { readonly fault: Fault; left: number }[] = [];

  /** False when too many are waiting already. */
  add(fault: Fault, count: number): boolean {
    if (this.#pending.length >= MAX_PENDING) return false;
    if (count > 0) this.#pending.push({ fault, left: count });
    return true;
  }

  /** The fault for the next call of `operation`, used up by asking. */
  take(operation: OperationName): Fault | undefined {
    const entry = this.#pending.find((e) => e.fault.operation === '*' || e.fault.operation === operation);
    if (!entry) return undefined;
    entry.left -= 1;
    if (entry.left === 0) this.#pending = this.#pending.filter((e) => e !== entry);
    return entry.fault;
  }

  list(): readonly PendingFault[] {
    return this.#pending.map(({ fault, left }) => ({ operation: fault.operation, kind: fault.text, count: left }));
  }

  clear(): void {
    this.#pending = [];
  }
}
