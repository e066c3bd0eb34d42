import type { Clock } from '../../clock/clock.ts';
import type { CloseDocument, CloseRow, DayView, ReportDocumentView } from '../../contract/day-view.ts';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { closeCsv, reportCsv } from '../../day/index.ts';
import type { Close, ReportReader } from '../../day/index.ts';
import { newCorrelationId } from '../ids.ts';
import type { RandomBytes } from '../ids.ts';
import { wished } from '../payments/wished.ts';
import type { FilePort, PrinterPort, PrintOutcome, SecretVault } from '../ports.ts';
import { OK, refuse, refused } from '../results.ts';
import type { Services } from '../service/services.ts';
import type { Session } from '../session.ts';
import type { Owner } from '../settings/owner.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { attachOffers, closeRow } from './close-view.ts';
import { createReports } from './reports.ts';
import { createResellerKey } from './reseller-key.ts';
import type { GivenPassword } from './reseller-key.ts';

export type DayIntent = IntentOf<
  | 'day.close'
  | 'day.goOn'
  | 'day.finishWithout'
  | 'day.attach'
  | 'day.print'
  | 'day.savePdf'
  | 'day.saveCsv'
  | 'day.scope'
  | 'day.forgetPassword'
  | 'report.run'
  | 'report.stop'
  | 'report.saveCsv'
>;

export interface DayDeps {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly nowIso: () => string;
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly secrets: SecretVault;
  readonly printer: PrinterPort;
  readonly files: FilePort;
  readonly owner: Owner;
  readonly readReport: ReportReader;
  readonly session: () => Session | null;
  readonly onChange: () => void;
}

/** Everything on the day screen that has to do with closing: the close itself, its history, and SEQR's reports. */
export interface Day {
  apply(intent: DayIntent): Promise<IntentResult>;
  view(): DayView;
  history(): readonly CloseRow[];
  document(number: number): CloseDocument | null;
  report(): ReportDocumentView | null;
}

/** So many closes are listed: two months of days. */
const MAX_HISTORY = 62;

type PasswordIntent = Pick<IntentOf<'day.close'>, 'password' | 'keep'>;

export function createDay(deps: DayDeps): Day {
  const { settings, owner, secrets } = deps;
  const { profile } = settings;
  let revision = 0;
  const reports = createReports({
    ...deps,
    key: createResellerKey(secrets, profile),
    service: () => deps.services.open(profile.get().endpoint ?? ''),
    clientReference: () => settings.clientReference(newCorrelationId(deps.randomBytes)),
    currency: () => settings.business().currency,
  });

  // ---- the password -------------------------------------------------------------------------------------------------

  /** Keeping it is the owner's choice, and where the system protects it badly a knowing one. */
  async function withPassword(
    { password, keep }: PasswordIntent,
    act: (given: GivenPassword) => Promise<IntentResult>,
  ): Promise<IntentResult> {
    if (keep === null) return act({ password, keep: false });
    return owner.allowed(keep.pin, async () => {
      const weak = (await secrets.protection()) === 'none' && !profile.get().secretsConsent;
      if (weak && !keep.consent) return refuse('setup.consent-needed');
      if (keep.consent && !profile.get().secretsConsent && !profile.save({ secretsConsent: true })) return refuse('settings.not-saved');
      return act({ password, keep: true });
    });
  }

  function within(act: (session: Session) => IntentResult | Promise<IntentResult>): IntentResult | Promise<IntentResult> {
    const session = deps.session();
    return session ? act(session) : refuse('day.not-set-up');
  }

  function forgetPassword(): IntentResult {
    return profile.save({ resellerSecret: null }) ? OK : refuse('settings.not-saved');
  }

  // ---- a close that is done -----------------------------------------------------------------------------------------

  function ofClose(
    number: number,
    act: (close: Close, session: Session) => IntentResult | Promise<IntentResult>,
  ): IntentResult | Promise<IntentResult> {
    return within((session) => {
      const close = session.journal.closeNumbered(number);
      return close ? act(close, session) : refuse('day.no-such-close');
    });
  }

  function document(number: number): CloseDocument | null {
    const session = deps.session();
    const close = session?.journal.closeNumbered(number) ?? null;
    if (!session || !close) return null;
    const isKnown = (reference: string): boolean => session.journal.receiptsWithReference(reference).length > 0;
    return { close, offers: attachOffers(close, session.desk.inPlay(), isKnown) };
  }

  function attach({ number, attemptId, attemptStateNumber, ersReference }: IntentOf<'day.attach'>): IntentResult | Promise<IntentResult> {
    const offer = document(number)?.offers.find((each) => each.attemptId === attemptId && each.stateNumber === attemptStateNumber);
    if (!offer) return refuse('stale');
    if (!offer.references.includes(ersReference)) return refuse('day.not-listed');
    revision += 1;
    return within((session) => wished(session.desk.settle(attemptId, { kind: 'paid', ersReference })));
  }

  function saved(outcome: PrintOutcome | { readonly ok: false; readonly cancelled: true }): IntentResult {
    if (outcome.ok) return { ok: true, detail: 'saved' };
    return 'cancelled' in outcome ? { ok: true, detail: 'cancelled' } : refused(outcome.problem);
  }

  /** A report of the day may be printed as often as somebody wants it. */
  async function print(close: Close): Promise<IntentResult> {
    const { deviceName, paper } = settings.preferences().printer;
    if (deviceName === null) return refuse('print.no-printer');
    const outcome = await deps.printer.print({ kind: 'close', close, paper }, deviceName);
    return outcome.ok ? OK : refused(outcome.problem);
  }

  const csvName = (close: Close): string => `close-${close.number ?? 0}.csv`;

  function dispatch(intent: DayIntent): IntentResult | Promise<IntentResult> {
    switch (intent.kind) {
      case 'day.close':
        return withPassword(intent, async (given) => within((session) => session.closes.begin(given)));
      case 'day.goOn':
        return withPassword(intent, async (given) => within((session) => session.closes.goOn(intent.closeId, intent.stateNumber, given)));
      case 'day.finishWithout':
        return owner.allowed(intent.pin, () => within((session) => session.closes.finishWithout(intent.closeId, intent.stateNumber)));
      case 'day.attach':
        return owner.allowed(intent.pin, () => attach(intent));
      case 'day.print':
        return ofClose(intent.number, print);
      case 'day.savePdf':
        return ofClose(intent.number, async (close) =>
          saved(await deps.printer.savePdf({ kind: 'close', close, paper: 'A4' }, `close-${intent.number}.pdf`)),
        );
      case 'day.saveCsv':
        return ofClose(intent.number, async (close) => saved(await deps.files.saveText(closeCsv(close), csvName(close))));
      case 'day.scope':
        return owner.allowed(intent.pin, () => (profile.save({ closeScope: intent.scope }) ? OK : refuse('settings.not-saved')));
      case 'day.forgetPassword':
        return forgetPassword();
      case 'report.run':
        return withPassword(intent, (given) => {
          const { terminal } = profile.get();
          const { reportId, periodId, language } = intent;
          const terminalId = /_00[67]\./.test(reportId) ? (terminal?.terminalId ?? null) : null;
          return reports.run({ reportId, transactionPeriodId: periodId, terminalId, language }, given);
        });
      case 'report.stop':
        reports.stop();
        return OK;
      case 'report.saveCsv': {
        const read = reports.document();
        if (read === null) return refuse('day.no-report');
        return deps.files
          .saveText(reportCsv(read.report, settings.preferences().receiptLanguage), `report-${read.periodId}.csv`)
          .then(saved);
      }
    }
  }

  return {
    apply: async (intent) => dispatch(intent),
    view() {
      const session = deps.session();
      const { resellerSecret, closeScope } = profile.get();
      return {
        close: session?.closes.view() ?? null,
        whyNot: session ? session.closes.whyNot() : { code: 'day.not-set-up' },
        scope: closeScope,
        passwordKept: resellerSecret !== null,
        lastNumber: session ? session.journal.nextCloseNumber() - 1 : 0,
        revision,
        report: reports.view(),
      };
    },
    history: () => (deps.session()?.journal.latestCloses(MAX_HISTORY) ?? []).flatMap((close) => closeRow(close) ?? []),
    document,
    report: () => reports.document(),
  };
}
