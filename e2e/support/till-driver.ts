/**
 * A running till for whoever drives it from outside, through its windows only: the end-to-end tests, the demo, the
 * screenshots. Knows nothing of the test runner; it waits for what is on screen and asserts nothing.
 */
import type { ElectronApplication, Page } from '@playwright/test';
import type { Intent, IntentResult, Snapshot } from '../../src/contract/index.ts';
import { launch } from './launch.ts';
import type { LaunchOptions } from './launch.ts';
import { dayPage } from './pages/day-page.ts';
import type { DayPage } from './pages/day-page.ts';
import { disbursementPage, payOutPage, refundPage } from './pages/disbursement-page.ts';
import type { DisbursementPage, PayOutPage, RefundPage } from './pages/disbursement-page.ts';
import { journalPage, settingsPage } from './pages/journal-page.ts';
import type { JournalPage, SettingsPage } from './pages/journal-page.ts';
import { customerDisplay, paymentPage } from './pages/payment-page.ts';
import type { CustomerDisplay, PaymentPage } from './pages/payment-page.ts';
import { phonePage } from './pages/phone-page.ts';
import type { PhonePage } from './pages/phone-page.ts';
import { salePage } from './pages/sale-page.ts';
import type { SalePage } from './pages/sale-page.ts';
import { tabsPage } from './pages/tabs-page.ts';
import type { TabsPage } from './pages/tabs-page.ts';
import { wizardPage } from './pages/wizard-page.ts';
import type { WizardPage } from './pages/wizard-page.ts';
import { windowOf } from './windows.ts';

export { SAMPLE_ANSWERS } from './pages/wizard-page.ts';

/** The cashier's window and everything in it. */
export interface CashierWindow {
  readonly page: Page;
  readonly wizard: WizardPage;
  readonly sale: SalePage;
  readonly payment: PaymentPage;
  readonly journal: JournalPage;
  readonly refund: RefundPage;
  readonly payOut: PayOutPage;
  readonly disbursement: DisbursementPage;
  readonly settings: SettingsPage;
  readonly day: DayPage;
  readonly tabs: TabsPage;
  readonly practiceBand: ReturnType<Page['getByTestId']>;
  readonly messages: ReturnType<Page['getByTestId']>;
  readonly unresolved: ReturnType<Page['getByTestId']>;
  readonly unresolvedItems: ReturnType<Page['getByTestId']>;
  /** What main says the till looks like now. */
  readonly snapshot: () => Promise<Snapshot>;
  /** Past the buttons: what a window could send if it wanted. */
  readonly intent: (intent: Intent) => Promise<IntentResult>;
}

export interface Till extends CashierWindow {
  readonly app: ElectronApplication;
  readonly userDataDir: string;
  /** The cashier's window that is open now: after one was lost and another opened. */
  readonly cashier: () => Promise<CashierWindow>;
  /** Opens the customer's display by its button, or finds it. */
  readonly openCustomerDisplay: () => Promise<CustomerDisplay>;
  /** The customer's phone, once something has opened it. */
  readonly phone: () => Promise<PhonePage>;
  /** Resolves when the process has ended, whoever ends it, to its exit code; null if a signal ended it. */
  readonly ended: Promise<number | null>;
  readonly hasEnded: () => boolean;
  /** As the system does at shut-down: in order, without a question. */
  readonly end: () => Promise<void>;
  /** SIGKILL. The same folder can be started again at once. */
  readonly kill: () => Promise<void>;
}

/** Starts Kassa and waits for the cashier's window. */
export async function launchTill(options: LaunchOptions): Promise<Till> {
  const app = await launch(options);
  const child = app.process();
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const ended = new Promise<number | null>((resolve) => {
    if (hasEnded()) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });
  const endWith = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  const window = cashierWindow(await windowOf(app, 'cashier'));
  return {
    ...window,
    app,
    userDataDir: options.userDataDir,
    cashier: async () => cashierWindow(await windowOf(app, 'cashier')),
    async openCustomerDisplay() {
      await window.page.getByRole('button', { name: 'Customer display' }).click();
      return customerDisplay(await windowOf(app, 'customer'));
    },
    phone: async () => phonePage(await windowOf(app, 'phone')),
    ended,
    hasEnded,
    end: () => endWith('SIGTERM'),
    kill: () => endWith('SIGKILL'),
  };
}

export function cashierWindow(page: Page): CashierWindow {
  return {
    page,
    wizard: wizardPage(page),
    sale: salePage(page),
    payment: paymentPage(page),
    journal: journalPage(page),
    refund: refundPage(page),
    payOut: payOutPage(page),
    disbursement: disbursementPage(page),
    settings: settingsPage(page),
    day: dayPage(page),
    tabs: tabsPage(page),
    practiceBand: page.getByTestId('practice-band'),
    messages: page.getByTestId('messages'),
    unresolved: page.getByTestId('unresolved'),
    unresolvedItems: page.getByTestId('unresolved-item'),
    snapshot: () => page.evaluate(() => window.kassa.call('snapshot')),
    intent: (intent) => page.evaluate((sent) => window.kassa.call('intent', sent), intent),
  };
}
