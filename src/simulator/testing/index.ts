/**
 * What tests and tools take of the simulator: one in their own thread, its world without a socket, faults, and the
 * simulator's own reading and writing of SEQR's messages, which the conformance suite holds against the till's.
 */
export { createWorld } from '../create-world.ts';
export { startSimulator } from '../simulator.ts';

export type { Simulator, SimulatorOptions } from '../simulator.ts';
export { loadState } from '../state-file.ts';
export type { Single } from '../wire/codec.ts';
export { parseRequest, writeAnswer, writeFault } from '../wire/envelope.ts';
export { parseFault } from '../wire/faults.ts';
export { OPERATIONS } from '../wire/operations.ts';
export type { OperationName, RequestOf, ReturnOf } from '../wire/operations.ts';
export { INVOICE_STATUSES } from '../wire/schema.ts';
export type { ClientContext, CustomerToken, WireAmount, WireInvoice, WireInvoiceRow, WireReceipt } from '../wire/schema.ts';
export { drawUint32 } from '../world/random.ts';
export { LOST_CODES, RESULT_TEXTS, resultText } from '../world/result-codes.ts';
export type { LostCode } from '../world/result-codes.ts';
export type { WorldSnapshot } from '../world/snapshot.ts';
export { BOOKED, DEFAULT_SWITCHES, PAID_BENDS, UNREAD_RULES } from '../world/switches.ts';
export type { AfterPaid, Booked, BookingDelay, PaidBend, Switches, UnreadRule } from '../world/switches.ts';
export type { World, WorldOptions } from '../world/world.ts';
export { envelope } from './harness.ts';
