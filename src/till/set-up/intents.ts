import type { IntentResult } from '../../contract/ipc.ts';
import type { Charging } from '../payments/charging.ts';
import type { PrinterPort } from '../ports.ts';
import { OK } from '../results.ts';
import type { SessionIntents, TillIntents } from '../rule.ts';
import type { Keychain } from '../service/keychain.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { Health } from './health.ts';
import type { Mode } from './mode-change.ts';
import type { Setup } from './set-up.ts';
import { saveSticker } from './sticker.ts';

export interface SetUpParts {
  readonly setup: Setup;
  readonly health: Pick<Health, 'check'>;
  readonly settings: SettingsKeeper;
  readonly printer: PrinterPort;
  readonly keychain: Pick<Keychain, 'unlockAgain'>;
  readonly mode: Pick<Mode, 'mayLeavePractice' | 'leavePractice'>;
}

const ANYONE = { right: 'anyone', movesMoney: false } as const;
const PAGE = { right: 'setUp', movesMoney: false, inTurn: true } as const;
const CHANGE = { ...PAGE, changesTerminal: true } as const;
const TERMINAL = { right: 'owner', movesMoney: false, inTurn: true, changesTerminal: true } as const;

export const setUpIntents = {
  'setup.practise': { ...CHANGE, apply: ({ setup }) => setup.practise() },
  'setup.go': { ...PAGE, apply: ({ setup }, { step }) => setup.steps.go(step) },
  'setup.service': { ...CHANGE, apply: ({ setup }, { service }) => setup.chooseService(service) },
  'setup.business': { ...PAGE, apply: ({ setup }, intent) => setup.pages.business(intent) },
  'setup.owner': { ...PAGE, apply: ({ setup }, intent) => setup.pages.owner(intent) },
  'setup.reseller': { ...PAGE, apply: ({ setup }, intent) => setup.pages.reseller(intent) },
  'setup.terminal': { ...CHANGE, apply: ({ setup }, intent) => setup.pages.terminal(intent) },
  'setup.assignSeqrId': { ...CHANGE, apply: ({ setup }, { seqrId }) => setup.pages.assignSeqrId(seqrId) },
  'setup.stickerDone': { ...PAGE, apply: ({ setup }) => setup.pages.stickerDone() },
  'setup.saveSticker': { ...ANYONE, apply: ({ settings, printer }) => saveSticker(settings, printer) },
  'setup.finish': { ...PAGE, apply: (parts) => thenChecked(parts, parts.setup.finish()) },
  'setup.leavePractice': {
    right: 'ownerIfAny',
    movesMoney: false,
    inTurn: true,
    changesTerminal: true,
    before: ({ mode }) => mode.mayLeavePractice(),
    apply: ({ mode }) => mode.leavePractice(),
  },

  // Under settings.
  'terminal.assignSeqrId': {
    ...TERMINAL,
    apply: async (parts, { seqrId }) => thenChecked(parts, await parts.setup.registration.assign(seqrId)),
  },
  'terminal.unregister': { ...TERMINAL, apply: async (parts, intent) => thenChecked(parts, await parts.setup.unregister(intent)) },
  'health.check': {
    ...ANYONE,
    async apply({ health, keychain }) {
      // Whoever asks has often unlocked the keychain.
      await keychain.unlockAgain();
      await health.check();
      return OK;
    },
  },
} satisfies TillIntents<SetUpParts>;

/** What a check has said about the terminal is out of date. */
function thenChecked({ health }: SetUpParts, result: IntentResult): IntentResult {
  if (result.ok) void health.check();
  return result;
}

/** The wizard's real payment. */
export const testPaymentIntents = {
  'setup.testPayment': {
    right: 'setUp',
    movesMoney: true,
    inTurn: true,
    without: 'setup.not-finished',
    apply: ({ charging }) => charging.chargeTest(),
  },
} satisfies SessionIntents<{ readonly charging: Charging }>;
