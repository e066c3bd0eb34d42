import type { Clock } from '../../clock/clock.ts';
import type { DayView, ReportDocumentView } from '../../contract/day-view.ts';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { reportCsv } from '../../day/index.ts';
import type { ReportReader } from '../../day/index.ts';
import type { Journal } from '../../records/index.ts';
import { newCorrelationId } from '../ids.ts';
import type { RandomBytes } from '../ids.ts';
import type { FilePort, PrinterPort, SecretVault } from '../ports.ts';
import { refuse, saved } from '../results.ts';
import type { Services } from '../service/services.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { CloseDesk } from './close-desk.ts';
import type { DoneCloses } from './done-closes.ts';
import { createReports } from './reports.ts';
import { createResellerKey } from './reseller-key.ts';
import type { GivenPassword } from './reseller-key.ts';

export interface DayDeps {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly secrets: SecretVault;
  readonly printer: PrinterPort;
  readonly files: FilePort;
  readonly readReport: ReportReader;
  readonly journal: Pick<Journal, 'nextCloseNumber'>;
  readonly closes: CloseDesk;
  readonly done: DoneCloses;
  readonly onChange: () => void;
}

/** Everything on the day screen that has to do with closing: the close under way, those that are done, and SEQR's reports. */
export interface Day {
  readonly done: DoneCloses;
  /** To be waited for before a close: the service of the settings has been opened, or has failed to. */
  connected(): Promise<void>;
  close(intent: IntentOf<'day.close'>): Promise<IntentResult>;
  goOn(intent: IntentOf<'day.goOn'>): Promise<IntentResult>;
  finishWithout(intent: IntentOf<'day.finishWithout'>): IntentResult;
  runReport(intent: IntentOf<'report.run'>): Promise<IntentResult>;
  stopReport(): void;
  saveReport(): Promise<IntentResult>;
  report(): ReportDocumentView | null;
  view(): Omit<DayView, 'scope' | 'absenceHours' | 'passwordKept'>;
  stop(): void;
}

type PasswordIntent = Pick<IntentOf<'day.close'>, 'password' | 'keep'>;

export function createDay(deps: DayDeps): Day {
  const { settings, secrets, closes, done, journal } = deps;
  const { profile } = settings;
  let stopped = false;
  const reports = createReports({
    ...deps,
    key: createResellerKey(secrets, profile),
    endpoint: () => profile.get().endpoint ?? '',
    service: (endpoint) => deps.services.open(endpoint),
    clientReference: () => settings.clientReference(newCorrelationId(deps.randomBytes)),
    currency: () => settings.business().currency,
  });

  /** Keeping it is the owner's choice, whose PIN was right; where the system protects it badly, a knowing one. */
  async function withPassword(
    { password, keep }: PasswordIntent,
    act: (given: GivenPassword) => Promise<IntentResult>,
  ): Promise<IntentResult> {
    if (keep === null) return act({ password, keep: false });
    const weak = (await secrets.protection()) === 'none' && !profile.get().secretsConsent;
    // Practice may have been left while the keychain was asked.
    if (stopped) return refuse('stale');
    if (weak && !keep.consent) return refuse('setup.consent-needed');
    if (keep.consent && !profile.get().secretsConsent && !profile.save({ secretsConsent: true })) return refuse('settings.not-saved');
    return act({ password, keep: true });
  }

  return {
    done,
    connected: () => deps.services.opened(profile.get().endpoint),
    close: (intent) => withPassword(intent, (given) => closes.begin(given)),
    goOn: (intent) => withPassword(intent, (given) => closes.goOn(intent.closeId, intent.stateNumber, given)),
    finishWithout: ({ closeId, stateNumber }) => closes.finishWithout(closeId, stateNumber),
    runReport: (intent) =>
      withPassword(intent, (given) => {
        const { reportId, periodId, language } = intent;
        const terminalId = /_00[67]\./.test(reportId) ? (profile.get().terminal?.terminalId ?? null) : null;
        return reports.run({ reportId, transactionPeriodId: periodId, terminalId, language }, given);
      }),
    stopReport: () => reports.stop(),
    async saveReport() {
      const read = reports.document();
      if (read === null) return refuse('day.no-report');
      return saved(
        await deps.files.saveText(reportCsv(read.report, settings.preferences().receiptLanguage), `report-${read.periodId}.csv`),
      );
    },
    report: () => reports.document(),
    view: () => ({
      close: closes.view(),
      whyNot: closes.whyNot(),
      lastNumber: journal.nextCloseNumber() - 1,
      lines: done.openLines(),
      revision: done.revision(),
      report: reports.view(),
    }),
    stop() {
      stopped = true;
      reports.stop();
    },
  };
}
