import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { OK, refuse } from '../results.ts';
import { checkBusiness, checkCashier, withCashier } from './answers.ts';
import type { Profile, ProfileStore } from './settings.ts';

/** Every snapshot carries them to every window. */
const MAX_CASHIERS = 200;

/** What the owner may change of the shop after the set-up. */
export interface Shop {
  changeBusiness(typed: IntentOf<'business.change'>): IntentResult;
  changeLoyalty(typed: IntentOf<'loyalty.change'>): IntentResult;
  changeTabs(typed: IntentOf<'tabs.change'>): IntentResult;
  saveCashier(typed: IntentOf<'cashier.save'>): IntentResult;
  /** Somebody else sits at the till. */
  selectCashier(number: string): IntentResult;
}

export function createShop(profile: ProfileStore): Shop {
  function save(patch: Partial<Profile>): IntentResult {
    return profile.save(patch) ? OK : refuse('settings.not-saved');
  }

  return {
    changeBusiness(typed) {
      const checked = checkBusiness(typed);
      if (!checked.ok) return refuse(checked.problem);
      // An open payment and the journal have the old currency in their books.
      if (checked.value.currency !== profile.get().business?.currency) return refuse('setup.currency-refused');
      return save({ business: checked.value });
    },
    changeLoyalty: ({ acknowledgment, memberships, blockedCards }) => save({ loyalty: { acknowledgment, memberships, blockedCards } }),
    changeTabs: ({ mode, minutes, salesWithTab }) => save({ tabs: { mode, minutes, salesWithTab } }),
    saveCashier(typed) {
      const checked = checkCashier(typed.number, typed.name);
      const { cashiers } = profile.get();
      const isKnown = cashiers.some(({ number }) => checked.ok && number === checked.value.number);
      if (!isKnown && cashiers.length >= MAX_CASHIERS) return refuse('cashier.too-many');
      return checked.ok ? save({ cashiers: withCashier(cashiers, checked.value) }) : refuse(checked.problem);
    },
    selectCashier(number) {
      const known = profile.get().cashiers.some((cashier) => cashier.number === number);
      return known ? save({ cashierNumber: number }) : refuse('cashier.unknown');
    },
  };
}
