import type { IntentResult } from '../../contract/ipc.ts';
import { pinRefusal } from '../../contract/owner-pin.ts';
import { translator } from '../../text/index.ts';
import type { FilePort } from '../ports.ts';
import { OK, refuse, saved } from '../results.ts';
import type { TillIntents } from '../rule.ts';
import type { Owner } from './owner.ts';
import { changePreferences, changeWire } from './preferences.ts';
import type { SettingsKeeper } from './settings-keeper.ts';
import type { Shop } from './shop.ts';

export interface SettingsParts {
  readonly settings: SettingsKeeper;
  readonly shop: Shop;
  readonly owner: Owner;
  readonly files: FilePort;
}

const PERSON = { right: 'anyone', movesMoney: false, inTurn: true } as const;
const OWNER = { right: 'owner', movesMoney: false, inTurn: true } as const;

export const settingsIntents = {
  'preferences.change': { right: 'anyone', movesMoney: false, apply: ({ settings }, { patch }) => changePreferences(settings, patch) },
  /** Nothing but the PIN. */
  'owner.check': { ...OWNER, apply: () => OK },
  'owner.change': {
    ...OWNER,
    apply: ({ owner }, { newPin, newPinAgain }) => chosen(newPin, newPinAgain, () => owner.choose(newPin, 'owner')),
  },
  'owner.newCode': { ...OWNER, apply: ({ owner }) => owner.newCode() },
  'owner.recover': {
    ...PERSON,
    apply: ({ owner }, { code, newPin, newPinAgain }) => chosen(newPin, newPinAgain, () => owner.recover(code, newPin)),
  },
  'owner.saveCode': { ...PERSON, apply: saveCode },
  'wire.change': { ...OWNER, apply: ({ settings }, intent) => changeWire(settings, intent) },
  'business.change': { ...OWNER, apply: ({ shop }, intent) => shop.changeBusiness(intent) },
  'loyalty.change': { ...OWNER, apply: ({ shop }, intent) => shop.changeLoyalty(intent) },
  'tabs.change': { ...OWNER, apply: ({ shop }, intent) => shop.changeTabs(intent) },
  'cashier.save': { ...OWNER, apply: ({ shop }, intent) => shop.saveCashier(intent) },
  'cashier.select': { ...PERSON, apply: ({ shop }, { number }) => shop.selectCashier(number) },
} satisfies TillIntents<SettingsParts>;

/** A new PIN is looked at before the old secret: a slip of the hand is no try. */
async function chosen(pin: string, again: string, choose: () => Promise<IntentResult>): Promise<IntentResult> {
  if (pinRefusal(pin) !== null) return refuse('setup.pin-weak');
  return pin === again ? choose() : refuse('setup.pin-mismatch');
}

async function saveCode({ owner, settings, files }: SettingsParts): Promise<IntentResult> {
  const code = owner.freshCode();
  if (code === null) return refuse('pin.no-code');
  const t = translator(settings.preferences().language);
  const text = t('core.recoveryCode', { code, shop: settings.business().name });
  return saved(await files.saveText(text, `${t('core.recoveryCodeFile')}.txt`));
}
