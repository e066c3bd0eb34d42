import { isOperationName } from './operations.ts';
import type { OperationName } from './operations.ts';

/** A way to spoil an exchange. Written as in the JSON interface: `drop`, `delay:3000`, `result:93`, `truncated:after`, `drop:late:15500`. */
export type FaultKind =
  | { readonly name: 'delay' | 'drip'; readonly ms: number }
  | { readonly name: 'result'; readonly code: number }
  | { readonly name: PlainFaultName };

const PLAIN_FAULTS = [
  'drop',
  'silence',
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

/**
 * `before`: the request is not processed. `after`: it is, and then its answer is spoiled. `late`: its answer is spoiled at
 * once, and so many milliseconds of practice time later it is processed all the same.
 */
export type FaultMoment = { readonly name: 'before' | 'after' } | { readonly name: 'late'; readonly ms: number };

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

/** Ten minutes: how long an answer can be held back. */
export const MAX_FAULT_MS = 600_000;
/** Thirty days: how late a request can be processed. */
const MAX_LATE_MS = 2_592_000_000;
const MAX_PENDING = 1_000;

/** Undefined unless both parts are understood. */
export function parseFault(operation: string, text: string): Fault | undefined {
  if (operation !== '*' && !isOperationName(operation)) return undefined;
  const [suffix = '', word] = /:(before|after|late:\d{1,10})$/.exec(text) ?? [];
  const kind = parseKind(text.slice(0, text.length - suffix.length));
  const moment = parseMoment(word ?? 'before');
  if (!kind || !moment) return undefined;
  // These two hold the answer back themselves; what they answer is what was processed.
  if (moment.name === 'late' && (kind.name === 'delay' || kind.name === 'drip')) return undefined;
  return { operation, text: suffix === '' ? `${text}:before` : text, kind, moment };
}

function parseMoment(word: string): FaultMoment | undefined {
  if (word === 'before' || word === 'after') return { name: word };
  const ms = Number(word.slice('late:'.length));
  return ms <= MAX_LATE_MS ? { name: 'late', ms } : undefined;
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
