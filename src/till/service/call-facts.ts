import type { CallFacts } from '../../protocol/index.ts';
import type { Problem, ProblemCode } from '../../text/index.ts';
import { newCorrelationId, newId } from '../ids.ts';
import type { RandomBytes } from '../ids.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { presentCashier } from '../settings/settings.ts';
import { noPassword } from './services.ts';
import type { Services } from './services.ts';

export interface CallFactsDeps {
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly randomBytes: RandomBytes;
  readonly nowIso: () => string;
}

/**
 * The facts of a call that begins now, under names of its own.
 *
 * @param noTerminal what is said when none is registered
 */
export function callFacts(deps: CallFactsDeps, noTerminal: ProblemCode): CallFacts | Problem {
  const profile = deps.settings.profile.get();
  const { terminal, endpoint } = profile;
  if (terminal?.terminalId == null || endpoint === null) return { code: noTerminal };
  const at = { endpoint, terminalId: terminal.terminalId };
  if (deps.services.credentials(at) === null) return { code: noPassword(deps.services, at) };
  const id = newId(deps.randomBytes);
  const correlationId = newCorrelationId(deps.randomBytes);
  return {
    id,
    correlationId,
    clientReference: deps.settings.clientReference(correlationId),
    clientInvoiceId: id,
    endpoint,
    terminalId: terminal.terminalId,
    register: terminal.name,
    cashier: presentCashier(profile) ?? { number: '1', name: '' },
    startedAt: deps.nowIso(),
  };
}
