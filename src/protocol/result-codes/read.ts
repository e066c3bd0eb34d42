import type { Operation } from '../service.ts';
import { OPERATIONS } from '../service.ts';
import type { CodeEntry, NextStep, ResultClass } from './entry.ts';
import { RESULT_CODES } from './table.ts';
import type { ResultCode, ResultName } from './table.ts';

/** Every published code, rising. */
export const PUBLISHED_CODES: readonly ResultCode[] = Object.keys(RESULT_CODES).map((code) => Number(code) as ResultCode);

const entries: Readonly<Record<number, CodeEntry | undefined>> = RESULT_CODES;

export function isPublishedCode(code: number): code is ResultCode {
  return entries[code] !== undefined;
}

export function resultName(code: number): ResultName | null {
  return isPublishedCode(code) ? RESULT_CODES[code].name : null;
}

/** The operations that may answer with a code; all of them if it is not known for which (or not known at all). */
export function issuersOf(code: number): readonly Operation[] {
  const issuers = entries[code]?.issuedBy ?? 'unstated';
  if (issuers === 'identified') return OPERATIONS.filter((operation) => operation !== 'benchmarkingNop');
  return typeof issuers === 'string' ? OPERATIONS : issuers;
}

/** What a code means as the answer to an operation. A number that is not published is a refusal (protocol §11 "other"). */
export function classify(operation: Operation, resultCode: number): ResultClass {
  const entry = entries[resultCode];
  const meaning = entry?.on?.[operation] ?? entry?.is ?? 'refused';
  switch (operation) {
    // A read that is refused tells nothing of the payment; only its registration can be mended (PF-07).
    case 'getPaymentStatus':
      if (meaning === 'registration') return 'unanswerable';
      return meaning === 'refused' ? 'noInformation' : meaning;
    // A wish that is refused may be granted the next time; the status tells (PF-12).
    case 'cancelInvoice':
      return meaning === 'refused' ? 'noInformation' : meaning;
    default:
      return meaning;
  }
}

/**
 * How an answer is dealt with:
 * - `done`.
 * - `retry`: the same again, later, harms nobody and may work.
 * - `configuration`: somebody mends the registration, the licence or the version first.
 * - `final`: it has been decided; only something else can be tried.
 * - `unknown`: it may have been carried out, and must not be repeated by itself.
 * - `noInformation`: the answer tells nothing; the next read of the payment's status does.
 */
export type Handling = 'done' | 'retry' | 'configuration' | 'final' | 'unknown' | 'noInformation';

/** What an answer that tells nothing leaves behind, by operation (PF-10, PF-14, PF-25). */
const WITHOUT_INFORMATION: Readonly<Record<Operation, { readonly handling: Handling; readonly step: NextStep }>> = {
  sendInvoice: { handling: 'unknown', step: 'sendAgainOrGiveUp' },
  updateInvoice: { handling: 'noInformation', step: 'wait' },
  getPaymentStatus: { handling: 'noInformation', step: 'wait' },
  cancelInvoice: { handling: 'noInformation', step: 'wait' },
  commitReservation: { handling: 'noInformation', step: 'wait' },
  submitPaymentReceipt: { handling: 'retry', step: 'wait' },
  refundPayment: { handling: 'unknown', step: 'leaveUnresolved' },
  creditUser: { handling: 'unknown', step: 'leaveUnresolved' },
  registerTerminal: { handling: 'unknown', step: 'registerAnother' },
  unregisterTerminal: { handling: 'retry', step: 'tryAgain' },
  assignSeqrId: { handling: 'retry', step: 'tryAgain' },
  markTransactionPeriod: { handling: 'unknown', step: 'tryAgain' },
  executeReport: { handling: 'retry', step: 'tryAgain' },
  benchmarkingNop: { handling: 'retry', step: 'tryAgain' },
};

export function handlingOf(operation: Operation, resultCode: number): Handling {
  switch (classify(operation, resultCode)) {
    case 'ok':
      return 'done';
    case 'noInformation':
      return WITHOUT_INFORMATION[operation].handling;
    case 'cancelled':
    case 'expired':
    case 'paid':
      return 'final';
    case 'inProgress':
      return 'retry';
    case 'unanswerable':
      return 'unknown';
    case 'registration':
      return 'configuration';
    case 'refused':
      return entries[resultCode]?.configuration ? 'configuration' : 'final';
  }
}

/** These are asked as the reseller; every other one as the terminal (protocol §1). */
const AS_RESELLER: ReadonlySet<Operation> = new Set(['registerTerminal', 'markTransactionPeriod', 'executeReport']);

/** What a person does about an answer that is no plain yes; `null`: no usable answer came at all. */
export function nextStep(operation: Operation, resultCode: number | null): NextStep {
  const tellsNothing = WITHOUT_INFORMATION[operation].step;
  if (resultCode === null) return tellsNothing;
  const entry = entries[resultCode];
  const own = entry?.stepOn?.[operation] ?? entry?.step ?? 'callSupport';
  switch (classify(operation, resultCode)) {
    case 'noInformation':
      return entry?.stepOn?.[operation] ?? tellsNothing;
    case 'paid':
      return 'wait';
    case 'inProgress':
      return operation === 'cancelInvoice' ? 'wait' : own;
    case 'registration':
      return AS_RESELLER.has(operation) && own !== 'callSeqr' ? 'checkReseller' : own;
    case 'refused':
      return operation === 'submitPaymentReceipt' ? 'printedReceipt' : own;
    case 'unanswerable':
      return own === 'registerAgain' ? 'mendRegistration' : own;
    case 'ok':
    case 'cancelled':
    case 'expired':
      return own;
  }
}
