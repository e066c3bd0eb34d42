import { checkTerminal } from '../principal.ts';
import { result } from '../result-codes.ts';
import { findBySeqrId } from '../scan-code.ts';
import type { Handler } from './handler.ts';

/** Decided here: the print guideline's codes hold 50 characters, an id may be as long. */
const SEQR_ID = /^[A-Za-z0-9]{1,50}$/;

/**
 * Protocol §7: 53 when it is not alphanumeric or another terminal has it. Decided here: letters are compared without case,
 * and a new id on the same terminal replaces the old one, which is then free.
 */
export const assignSeqrId: Handler<'assignSeqrId'> = (core, request) => {
  const caller = checkTerminal(core, request.context);
  if (!caller.ok) return result(caller.code);
  const seqrId = request.seqrId ?? '';
  if (!SEQR_ID.test(seqrId)) return result(53);
  const holder = findBySeqrId(core, seqrId);
  if (holder && holder.terminalId !== caller.who.terminalId) return result(53);
  core.putTerminal({ ...caller.who, seqrId });
  return result(0);
};
