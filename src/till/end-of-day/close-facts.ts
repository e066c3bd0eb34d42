import type { CloseFacts } from '../../day/index.ts';
import type { Problem } from '../../text/index.ts';
import { newId } from '../ids.ts';
import type { RandomBytes } from '../ids.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { presentCashier } from '../settings/settings.ts';

/** What is fixed of a close when it begins, out of the settings; or why there can be none. */
export function closeFacts(settings: SettingsKeeper, randomBytes: RandomBytes, nowIso: () => string): CloseFacts | Problem {
  const profile = settings.profile.get();
  const { terminal, endpoint, reseller, closeScope, done } = profile;
  // A close that was begun in the middle of the set-up would hold the terminal that the set-up has to finish (PF-24).
  if (!done || terminal?.terminalId == null || endpoint === null || reseller === null) return { code: 'day.not-set-up' };
  const { name, organisationNumber, address, currency } = settings.business();
  return {
    id: newId(randomBytes),
    endpoint,
    terminalId: terminal.terminalId,
    register: terminal.name,
    scope: closeScope,
    cashier: presentCashier(profile) ?? { number: '1', name: '' },
    business: { name, organisationNumber, address },
    currency,
    language: settings.preferences().receiptLanguage,
    practice: settings.get().mode === 'practice',
    startedAt: nowIso(),
  };
}
