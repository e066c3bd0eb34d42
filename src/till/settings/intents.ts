import { OK } from '../results.ts';
import type { TillIntents } from '../rule.ts';
import { changePreferences, changeWire } from './preferences.ts';
import type { SettingsKeeper } from './settings-keeper.ts';
import type { Shop } from './shop.ts';

export interface SettingsParts {
  readonly settings: SettingsKeeper;
  readonly shop: Shop;
}

const OWNER = { right: 'owner', movesMoney: false, inTurn: true } as const;

export const settingsIntents = {
  'preferences.change': { right: 'anyone', movesMoney: false, apply: ({ settings }, { patch }) => changePreferences(settings, patch) },
  /** Nothing but the PIN. */
  'owner.check': { ...OWNER, apply: () => OK },
  'wire.change': { ...OWNER, apply: ({ settings }, intent) => changeWire(settings, intent) },
  'business.change': { ...OWNER, apply: ({ shop }, intent) => shop.changeBusiness(intent) },
  'loyalty.change': { ...OWNER, apply: ({ shop }, intent) => shop.changeLoyalty(intent) },
  'tabs.change': { ...OWNER, apply: ({ shop }, intent) => shop.changeTabs(intent) },
  'cashier.save': { ...OWNER, apply: ({ shop }, intent) => shop.saveCashier(intent) },
  'cashier.select': { right: 'anyone', movesMoney: false, inTurn: true, apply: ({ shop }, { number }) => shop.selectCashier(number) },
} satisfies TillIntents<SettingsParts>;
