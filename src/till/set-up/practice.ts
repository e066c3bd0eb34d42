import type { IntentResult } from '../../contract/ipc.ts';
import { SETUP_STEPS } from '../../contract/setup-view.ts';
import type { RandomBytes } from '../ids.ts';
import { OK } from '../results.ts';
import { SIMULATOR } from '../service/services.ts';
import { practiceBusiness, practiceLoyalty } from '../settings/settings.ts';
import type { ProfileStore } from '../settings/settings.ts';
import type { Registration } from './registration.ts';
import type { Steps } from './steps.ts';

export interface PractiseDeps {
  readonly randomBytes: RandomBytes;
  readonly nowIso: () => string;
  readonly profile: ProfileStore;
  readonly steps: Steps;
  readonly registration: Registration;
  readonly chooseSimulator: () => Promise<IntentResult>;
  /** In the language of the screen. */
  readonly word: (key: 'core.practiceCashier' | 'core.practiceRegister' | 'core.practiceMembership') => string;
}

/** The simulator's published test shop (protocol §1); what practice registers with. */
const PRACTICE_RESELLER = { id: 'public_test_shop', userId: '9900', password: '1234' } as const;

/** The whole set-up against the simulator. Two clicks suffice: this is the first. What it makes up can all be changed later. */
export function createPractise(deps: PractiseDeps): () => Promise<IntentResult> {
  const { profile, steps, registration, word } = deps;

  async function register(): Promise<IntentResult> {
    const { business, cashiers, cashierNumber, loyalty } = profile.get();
    const { password, ...reseller } = PRACTICE_RESELLER;
    const prepared = steps.save({
      business: business ?? practiceBusiness(deps.nowIso()),
      cashiers: cashiers.length > 0 ? cashiers : [{ number: '1', name: word('core.practiceCashier') }],
      cashierNumber: cashierNumber ?? '1',
      reseller,
      // A password of the simulator protects nothing.
      secretsConsent: true,
      loyalty: loyalty.memberships.length > 0 ? loyalty : practiceLoyalty(word('core.practiceMembership')),
    });
    if (!prepared.ok) return prepared;
    const terminal = { name: word('core.practiceRegister'), externalTerminalId: 'Practice/1' };
    return registration.register({ type: 'RESELLERUSER', ...reseller, password }, SIMULATOR, terminal);
  }

  return async () => {
    const chosen = await deps.chooseSimulator();
    if (!chosen.ok) return chosen;
    const registered = profile.get().terminal?.terminalId == null ? await register() : OK;
    if (!registered.ok) return registered;
    if (profile.get().seqrId === null) {
      const digits = [...deps.randomBytes(9)].map((byte) => byte % 10).join('');
      const assigned = await registration.assign(`777${digits}`);
      if (!assigned.ok) return assigned;
    }
    return steps.save({ completed: SETUP_STEPS.filter((step) => step !== 'testPayment'), step: 'testPayment' });
  };
}
