import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { Currency } from '../../money/index.ts';
import { refuse } from '../results.ts';
import { checkBusiness, checkOwner } from '../settings/answers.ts';
import type { Owner } from '../settings/owner.ts';
import type { ProfileStore } from '../settings/settings.ts';
import type { Registration } from './registration.ts';
import type { Steps } from './steps.ts';

export interface PagesDeps {
  readonly profile: ProfileStore;
  readonly steps: Steps;
  readonly registration: Registration;
  readonly protection: () => 'keychain' | 'none';
  /** What was sold is in the book in this currency; null: nothing was. The settings may have been lost, the book was not. */
  readonly currencyOfBook: () => Currency | null;
  readonly owner: Pick<Owner, 'allowed' | 'isKnown' | 'choose'>;
}

/** The wizard's pages after the first: each is answered when SEQR has answered. */
export interface Pages {
  business(typed: IntentOf<'setup.business'>): IntentResult;
  owner(typed: IntentOf<'setup.owner'>): Promise<IntentResult>;
  reseller(typed: IntentOf<'setup.reseller'>): IntentResult;
  terminal(typed: IntentOf<'setup.terminal'>): Promise<IntentResult>;
  assignSeqrId(typed: string): Promise<IntentResult>;
  stickerDone(): IntentResult;
  /** The reseller's password has been typed in this run of the till; it is kept in memory only. */
  passwordGiven(): boolean;
}

export function createPages(deps: PagesDeps): Pages {
  const { profile, steps, registration } = deps;
  /** Until the terminal is registered with it, and for this service only. */
  let given: { readonly password: string; readonly endpoint: string | null } | null = null;
  const passwordFor = (endpoint: string | null): string | null => (given?.endpoint === endpoint ? given.password : null);

  return {
    business(typed) {
      // What has been sold is in the books in the old one.
      if (typed.currency !== (deps.currencyOfBook() ?? typed.currency)) return refuse('setup.currency-fixed');
      return steps.passChecked('business', checkBusiness(typed), (business) => ({ business }));
    },
    async owner(typed) {
      const isKnown = deps.owner.isKnown();
      const checked = checkOwner(typed, isKnown, profile.get().cashiers);
      if (!checked.ok) return refuse(checked.problem);
      const { pin, ...cashier } = checked.value;
      if (pin === null) return steps.pass('owner', cashier);
      const choose = async (): Promise<IntentResult> => {
        const chosen = await deps.owner.choose(pin, 'setUp');
        const passed = chosen.ok ? steps.pass('owner', cashier) : chosen;
        return passed.ok ? chosen : passed;
      };
      // A PIN that was chosen is changed by whoever knows it, also while the set-up is open.
      if (!isKnown) return choose();
      return typed.pinNow === undefined ? refuse('pin.needed') : deps.owner.allowed(typed.pinNow, choose);
    },
    reseller(typed) {
      const [id, userId] = [typed.id.trim(), typed.userId.trim()];
      if (id === '' || userId === '' || typed.password === '') return refuse('setup.reseller-missing');
      if (deps.protection() === 'none' && !typed.consent && !profile.get().secretsConsent) return refuse('setup.consent-needed');
      given = { password: typed.password, endpoint: profile.get().endpoint };
      return steps.pass('reseller', { reseller: { id, userId }, ...(typed.consent ? { secretsConsent: true } : {}) });
    },
    async terminal(typed) {
      const { terminal, endpoint, reseller } = profile.get();
      const name = typed.name.trim();
      const externalTerminalId = typed.externalTerminalId.trim();
      if (name === '' || externalTerminalId === '') return refuse('setup.terminal-name-missing');
      if (terminal?.terminalId != null) {
        given = null;
        return steps.pass('terminal', { terminal: { ...terminal, name } });
      }
      const password = passwordFor(endpoint);
      if (endpoint === null || reseller === null || password === null) {
        // After a restart the reseller's password is asked for again.
        steps.save({ step: 'reseller', terminal: { name, externalTerminalId, terminalId: null } });
        return refuse('setup.reseller-missing');
      }
      const credentials = { type: 'RESELLERUSER', ...reseller, password } as const;
      const registered = await registration.register(credentials, endpoint, { name, externalTerminalId });
      if (registered.ok) given = null;
      return registered.ok ? steps.pass('terminal', {}) : registered;
    },
    async assignSeqrId(typed) {
      const assigned = await registration.assign(typed);
      return assigned.ok ? steps.pass('seqrId', {}) : assigned;
    },
    stickerDone: () => steps.pass('sticker', {}),
    passwordGiven: () => passwordFor(profile.get().endpoint) !== null,
  };
}
