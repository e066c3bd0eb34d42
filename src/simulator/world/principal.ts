import type { ClientContext } from '../wire/schema.ts';
import type { Core } from './core.ts';
import type { Reseller, Terminal } from './records.ts';
import type { ResultCode } from './result-codes.ts';

/**
 * Who is calling (protocol §1 ClientContext, §11, §13). The checks come in this order:
 * 91 unknown type of principal, whatever a lost terminal is answered, 29 unknown terminal, 37 unknown reseller or user, 33 blocked, 20 wrong password,
 * 21 a principal of the other type or a terminal password under four characters, 10 a context outside its limits.
 *
 * Decided here, as no source says it: no context or no principal at all is 29, a `clientRequestTimeout` other than 0 and
 * a field over its published length are 10. Missing `channel`, `clientId`, `clientReference` are no error (protocol §2).
 */
export type Checked<T> = { readonly ok: true; readonly who: T } | { readonly ok: false; readonly code: ResultCode };

/** Protocol §7: with a shorter terminal password three operations are refused. */
const MIN_TERMINAL_PASSWORD = 4;
const MAX_LENGTHS = { channel: 40, clientComment: 80, clientReference: 32 } as const;

export function checkTerminal(
  core: Core,
  context: ClientContext | undefined,
  shortPassword: 'refused' | 'allowed' = 'allowed',
): Checked<Terminal> {
  const caller = identify(core, context);
  if (!caller.ok) return caller;
  if (!('terminalId' in caller.who)) return { ok: false, code: 21 };
  const { who } = caller;
  if (shortPassword === 'refused' && who.password.length < MIN_TERMINAL_PASSWORD) return { ok: false, code: 21 };
  return isWithinLimits(context) ? { ok: true, who } : { ok: false, code: 10 };
}

export function checkReseller(core: Core, context: ClientContext | undefined): Checked<Reseller> {
  const caller = identify(core, context);
  if (!caller.ok) return caller;
  if ('terminalId' in caller.who) return { ok: false, code: 21 };
  return isWithinLimits(context) ? { ok: true, who: caller.who } : { ok: false, code: 10 };
}

function identify(core: Core, context: ClientContext | undefined): Checked<Terminal | Reseller> {
  const principal = context?.initiatorPrincipalId;
  if (!principal) return { ok: false, code: 29 };
  switch (principal.type) {
    case 'TERMINALID': {
      const terminal = core.state.terminals.get(principal.id ?? '');
      const lost = core.state.lost.get(principal.id ?? '');
      if (lost !== undefined) return { ok: false, code: lost };
      return terminal ? admit(core, terminal, [terminal.terminalId, terminal.resellerId], context) : { ok: false, code: 29 };
    }
    case 'RESELLERUSER': {
      const reseller = findReseller(core, principal.id ?? '', principal.userId);
      return reseller ? admit(core, reseller, [reseller.id], context) : { ok: false, code: 37 };
    }
    default:
      return { ok: false, code: 91 };
  }
}

/** Also in the old form, the user in the id: `public_test_shop/9900` (protocol §2). */
function findReseller(core: Core, id: string, userId: string | undefined): Reseller | undefined {
  return core.rules.resellers.find((r) => (r.id === id && r.userId === userId) || (userId === undefined && id === `${r.id}/${r.userId}`));
}

function admit<T extends Terminal | Reseller>(core: Core, who: T, ids: readonly string[], context: ClientContext): Checked<T> {
  if (ids.some((id) => core.state.blocked.has(id))) return { ok: false, code: 33 };
  if (context.password !== who.password) return { ok: false, code: 20 };
  return { ok: true, who };
}

function isWithinLimits(context: ClientContext | undefined): boolean {
  if (!context || context.clientRequestTimeout !== 0) return false;
  return (
    (context.channel ?? '').length <= MAX_LENGTHS.channel &&
    (context.clientComment ?? '').length <= MAX_LENGTHS.clientComment &&
    (context.clientReference ?? '').length <= MAX_LENGTHS.clientReference
  );
}
