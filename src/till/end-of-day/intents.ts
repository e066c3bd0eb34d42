import { OK, refuse } from '../results.ts';
import type { SessionIntents, TillIntents } from '../rule.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { Day } from './day.ts';
import type { Supervising } from './supervising.ts';
import type { TakingUp } from './taking-up.ts';

export interface DayParts {
  readonly day: Day;
  readonly supervising: Supervising;
  readonly takingUp: TakingUp;
}

export interface ClosingParts {
  readonly settings: Pick<SettingsKeeper, 'profile'>;
}

const ANYONE = { right: 'anyone', movesMoney: false, without: 'day.not-set-up' } as const;
const OWNER = { ...ANYONE, right: 'owner' } as const;
/** The reseller's password may be in it, to be used once or to be kept. */
const WITH_PASSWORD = { ...ANYONE, right: 'ownerToKeep' } as const;

export const dayIntents = {
  'day.close': {
    ...WITH_PASSWORD,
    async before({ day }) {
      await day.connected();
      return OK;
    },
    apply: ({ day }, intent) => day.close(intent),
  },
  'day.goOn': { ...WITH_PASSWORD, apply: ({ day }, intent) => day.goOn(intent) },
  'day.finishWithout': { ...OWNER, apply: ({ day }, intent) => day.finishWithout(intent) },
  'day.attach': { ...OWNER, apply: ({ day }, intent) => day.done.attach(intent) },
  'payment.close': { ...OWNER, apply: ({ supervising }, intent) => supervising.payment(intent) },
  'day.closeLines': { ...OWNER, apply: ({ supervising }, intent) => supervising.lines(intent) },
  'day.takeUpRow': { ...OWNER, apply: ({ takingUp }, intent) => takingUp.row(intent) },
  'day.print': { ...ANYONE, apply: ({ day }, { number }) => day.done.print(number) },
  'day.savePdf': { ...ANYONE, apply: ({ day }, { number }) => day.done.savePdf(number) },
  'day.saveCsv': { ...ANYONE, apply: ({ day }, { number }) => day.done.saveCsv(number) },
  'report.run': { ...WITH_PASSWORD, apply: ({ day }, intent) => day.runReport(intent) },
  'report.stop': {
    ...ANYONE,
    apply({ day }) {
      day.stopReport();
      return OK;
    },
  },
  'report.saveCsv': { ...ANYONE, apply: ({ day }) => day.saveReport() },
} satisfies SessionIntents<DayParts>;

/** How a day is closed here; the same for every journal of this set-up. */
export const closingIntents = {
  'day.scope': {
    right: 'owner',
    movesMoney: false,
    apply: ({ settings }, { scope }) => (settings.profile.save({ closeScope: scope }) ? OK : refuse('settings.not-saved')),
  },
  'day.absence': {
    right: 'owner',
    movesMoney: false,
    apply: ({ settings }, { hours }) => (settings.profile.save({ absenceHours: hours }) ? OK : refuse('settings.not-saved')),
  },
  'day.forgetPassword': {
    right: 'anyone',
    movesMoney: false,
    apply: ({ settings }) => (settings.profile.save({ resellerSecret: null }) ? OK : refuse('settings.not-saved')),
  },
} satisfies TillIntents<ClosingParts>;
