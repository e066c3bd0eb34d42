import type { Core } from './core.ts';
import { zoneTime } from './zone-time.ts';

/** The forms of SEQR's identifiers (protocol §1), each unique in this world. */

/** 32 hexadecimal digits. */
export function newTerminalId(core: Core): string {
  return firstFree(
    () => hex(core) + hex(core) + hex(core) + hex(core),
    (id) => core.state.terminals.has(id),
  );
}

/** 17 digits: the date and nine more. */
export function newInvoiceReference(core: Core): string {
  const { date } = zoneTime(core.toldMs(core.nowMs()));
  return firstFree(
    () => asLong(core, date + digits(core, 9)),
    (reference) => core.state.invoices.has(reference),
  );
}

/** 25 digits: the moment of the payment to the millisecond and eight more. */
export function newErsReference(core: Core, atMs: number): string {
  const { date, time } = zoneTime(core.toldMs(atMs));
  return firstFree(
    () => asLong(core, date + time + digits(core, 8)),
    (reference) => isTaken(core, reference),
  );
}

/** Longer than anything a till expects, where the switch `overlongReferences` says so. */
export const OVERLONG = 4_000;

function asLong(core: Core, reference: string): string {
  return core.state.switches.overlongReferences ? reference.padEnd(OVERLONG, '0') : reference;
}

/** For a creditUser that sent none: 16 hexadecimal digits. */
export function newCorrelationId(core: Core): string {
  return hex(core) + hex(core);
}

function isTaken(core: Core, ersReference: string): boolean {
  if (core.state.ledger.some((entry) => entry.ersReference === ersReference)) return true;
  return [...core.state.live].some((reference) => {
    const stage = core.state.invoices.get(reference)?.stage;
    if (stage?.kind === 'reserved') return stage.takesAs === ersReference;
    return stage?.kind === 'inBank' && stage.ersReference === ersReference;
  });
}

function hex(core: Core): string {
  return core.draw().toString(16).padStart(8, '0');
}

/** At most nine digits: one draw holds more than 10⁹ values. */
function digits(core: Core, count: number): string {
  return String(core.draw() % 10 ** count).padStart(count, '0');
}

function firstFree(make: () => string, isUsed: (id: string) => boolean): string {
  for (;;) {
    const id = make();
    if (!isUsed(id)) return id;
  }
}
