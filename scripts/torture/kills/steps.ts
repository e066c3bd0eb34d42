/** Every durable step there is by its name, and a way that passes it. */
import type { EntryKind, SlotName } from '../../../src/records/index.ts';
import type { Profile, Settings } from '../../../src/till/settings/settings.ts';
import type { WayName } from './ways.ts';

/** What the settings are named by when one of them changes. */
type SettingsName = `settings.${Exclude<keyof Settings, 'live' | 'practice'>}` | `settings.profile.${keyof Profile}` | 'settings.version';
/** No press leads to these: a fault in making a receipt, what has no screen yet, the clock of the computer, and what waits while no journal is open. */
type Unpressed =
  | 'sale.incomplete'
  | 'refund.incomplete'
  | 'settings.profile.absenceHours'
  | 'settings.profile.ownerEvents'
  | 'slot.closed-lines'
  | 'close.lineClosed'
  | Extract<EntryKind, `clock.${string}`>;
export type StepName = Exclude<AnyStepName, Unpressed>;

type AnyStepName = EntryKind | `slot.${SlotName}` | SettingsName | 'reserve' | 'products';

/** One that is missing does not compile. */
export const WAY_TO: Readonly<Record<StepName, WayName>> = {
  'attempt.sending': 'sale',
  'attempt.sendUnknown': 'sendLost',
  'attempt.live': 'sale',
  'attempt.reserved': 'tab',
  'attempt.paid': 'sale',
  'attempt.completed': 'sale',
  'attempt.reversed': 'reversed',
  'attempt.cancelled': 'cancelled',
  'attempt.failed': 'declined',
  'attempt.expired': 'expired',
  'attempt.notSent': 'notSent',
  'attempt.refused': 'refused',
  'attempt.orphan': 'sendLost',
  'attempt.notPaid': 'sendLost',
  'attempt.dismissed': 'sale',
  'alarm.read': 'tabLapsed',
  'sale.completed': 'sale',
  'sale.reversed': 'reversed',
  'sale.otherContent': 'rungUpMeanwhile',
  'sale.voided': 'voided',
  'sale.restored': 'tabLapsed',
  'sale.waiting': 'tabLapsedMeanwhile',
  'sale.takenUp': 'swipedCard',
  'sale.leftUnchanged': 'leftUnchanged',
  'tab.opened': 'tab',
  'tab.kept': 'tab',
  'tab.capturing': 'tab',
  'refund.sending': 'refund',
  'refund.done': 'refund',
  'refund.receipt': 'refund',
  'refund.unknown': 'refundLost',
  'refund.notDone': 'refundNotDone',
  'refund.refused': 'refundRefused',
  'refund.notSent': 'refundNotSent',
  'credit.sending': 'payOut',
  'credit.done': 'payOut',
  'credit.unknown': 'payOutLost',
  'credit.notDone': 'payOutNotDone',
  'credit.refused': 'payOutRefused',
  'credit.notSent': 'payOutNotSent',
  'close.marking': 'close',
  'close.waiting': 'close',
  'close.reported': 'close',
  'close.done': 'close',
  'close.markLost': 'closeMarkLost',
  'close.notMarked': 'closeNotMarked',
  'close.held': 'closeHeld',
  'print.queued': 'printAgain',
  'print.printing': 'sale',
  'print.done': 'sale',
  'print.failed': 'printFailed',
  'print.abandoned': 'printFailed',
  'print.unsure': 'printUnsure',
  'receipt.submit.done': 'sale',
  'receipt.submit.refused': 'submitRefused',
  'pdf.original': 'pdf',
  'pdf.copy': 'pdf',
  'journal.migrated': 'migrated',
  'slot.open-sale': 'sale',
  'slot.unpaid-rows': 'tabLapsedMeanwhile',
  'slot.owner': 'owner',
  reserve: 'setUp',
  products: 'firstStart',
  'settings.version': 'setUp',
  'owner.refused': 'owner',
  'owner.changed': 'owner',
  'owner.recovered': 'owner',
  'settings.preferences': 'rules',
  'settings.mode': 'setUp',
  'settings.profile.done': 'setUp',
  'settings.profile.step': 'setUp',
  'settings.profile.completed': 'setUp',
  'settings.profile.endpoint': 'setUp',
  'settings.profile.provedInMs': 'setUp',
  'settings.profile.business': 'setUp',
  'settings.profile.ownerPin': 'setUp',
  'settings.profile.ownerRecovery': 'setUp',
  'settings.profile.ownerTries': 'owner',
  'settings.profile.cashiers': 'setUp',
  'settings.profile.cashierNumber': 'setUp',
  'settings.profile.reseller': 'setUp',
  'settings.profile.resellerSecret': 'keptPassword',
  'settings.profile.closeScope': 'rules',
  'settings.profile.secretsConsent': 'setUp',
  'settings.profile.terminal': 'setUp',
  'settings.profile.seqrId': 'setUp',
  'settings.profile.terminalSecrets': 'setUp',
  'settings.profile.lostRegistrations': 'registerLost',
  'settings.profile.testPaid': 'setUp',
  'settings.profile.loyalty': 'rules',
  'settings.profile.tabs': 'rules',
};
