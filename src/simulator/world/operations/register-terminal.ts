import { newTerminalId } from '../identifiers.ts';
import { checkReseller } from '../principal.ts';
import { result } from '../result-codes.ts';
import type { Handler } from './handler.ts';

/**
 * Protocol §7. A short password is taken here and refused later (21). Decided here: a known `externalTerminalId` gets
 * another terminal, as a reinstalled till must register again; without `externalTerminalId` or password the answer is 10;
 * without a name the external id is the name.
 */
export const registerTerminal: Handler<'registerTerminal'> = (core, request) => {
  const caller = checkReseller(core, request.context);
  if (!caller.ok) return result(caller.code);
  const { externalTerminalId, password } = request;
  if (!externalTerminalId || password === undefined) return result(10);
  const terminalId = newTerminalId(core);
  core.putTerminal({
    terminalId,
    resellerId: caller.who.id,
    externalTerminalId,
    name: request.name ?? externalTerminalId,
    password,
    seqrId: null,
    registeredAtMs: core.nowMs(),
  });
  return { ...result(0), terminalId };
};
