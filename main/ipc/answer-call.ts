import { CALLS } from '../../src/contract/index.ts';
import type { CallArgs, CallName, CallResults } from '../../src/contract/index.ts';
import { checkSender } from '../security/sender.ts';
import type { SenderFrame } from '../security/sender.ts';
import type { WindowRole } from '../windows/roles.ts';

/** Who asks: what Electron says of the sender, and what we made its window for. */
export interface Caller {
  readonly windowId: number;
  readonly role: WindowRole | null;
  readonly frame: SenderFrame | null;
}

/** What answers once caller and arguments are known to be good. */
export type Answerers = {
  readonly [Name in CallName]: (caller: Caller, ...args: CallArgs<Name>) => CallResults[Name] | Promise<CallResults[Name]>;
};

export type CallLog = (level: 'warn' | 'error', what: string, data: object) => void;

/** The only words that a window gets of a call that went wrong; what happened is in the log (security §17). */
export const REFUSAL = { sender: 'Refused', arguments: 'Malformed call', inside: 'Internal error' } as const;

/** Checks the caller, parses the arguments, asks the core. Rejects with one of {@link REFUSAL} and nothing more. */
export async function answerCall<Name extends CallName>(
  name: Name,
  caller: Caller,
  args: readonly unknown[],
  answerers: Answerers,
  log: CallLog,
): Promise<CallResults[Name]> {
  const verdict = checkSender(name, caller.role, caller.frame);
  if (!verdict.ok) {
    log('warn', 'call refused', { name, reason: verdict.reason, role: caller.role });
    throw new Error(REFUSAL.sender);
  }
  const parsed = CALLS[name].safeParse(args);
  if (!parsed.success) {
    // Paths and kinds of what is wrong, never the values: a PIN may be among them.
    log('warn', 'call malformed', { name, issues: parsed.error.issues.slice(0, 5).map((i) => ({ at: i.path.join('.'), code: i.code })) });
    throw new Error(REFUSAL.arguments);
  }
  try {
    return await answerers[name](caller, ...(parsed.data as CallArgs<Name>));
  } catch (error) {
    log('error', 'call failed', { name, error: error instanceof Error ? error.stack : String(error) });
    throw new Error(REFUSAL.inside);
  }
}
