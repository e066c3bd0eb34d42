import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import { translator } from '../src/text/index.ts';
import type { Till } from '../src/till/till.ts';
import type { Log } from './log/log.ts';
import type { WindowRegistry } from './windows/registry.ts';
import type { ShopWindows } from './windows/shop-windows.ts';

/**
 * So long may an orderly end take, so that all is over within 2 s: a system that goes down kills what lingers. The journal is
 * whole at any moment (PF-02), so nothing is lost by the limit.
 */
const STOP_LIMIT_MS = 1_500;

export interface Quitting {
  /** Asks first if a payment is open or paper is on its way, then ends. Without a cashier's window there is nobody to ask. */
  ask(): void;
  /** Ends in order without asking: the system is going down (PF-01). */
  now(): void;
  /** Puts the question before the closing of a cashier's window; a window lost in another way is opened again. */
  guard(window: BrowserWindow): void;
}

export interface QuittingDeps {
  readonly till: Till;
  readonly windows: WindowRegistry;
  readonly shop: ShopWindows;
  /** Ends what is not the till: the simulator. */
  readonly stopRest: () => Promise<void>;
  readonly log: Log;
}

/** Quitting and closing the last window ask while money is in the air (PF-01). */
export function createQuitting(deps: QuittingDeps): Quitting {
  const { till, windows, shop, log } = deps;
  let ending = false;
  let asking = false;

  const now = (): void => {
    if (ending) return;
    ending = true;
    log('info', 'closing');
    shop.closeAll();
    void endInOrder(deps).finally(() => app.exit(0));
  };
  const ask = (): void => {
    if (ending || asking) return;
    const cashier = windows.find('cashier');
    // Kassa is still starting, and a signal is all that can have asked: Electron's own handler has it until `watchSystemEnd`.
    if (cashier === null) return now();
    asking = true;
    void wantsToQuit(till, cashier).then(
      (yes) => {
        asking = false;
        if (yes) now();
      },
      (error: unknown) => {
        // No dialog can be shown, so nobody was asked: Kassa stays.
        asking = false;
        log('error', 'quit question failed', { error: String(error) });
      },
    );
  };
  const guard = (window: BrowserWindow): void => {
    window.on('close', (event) => {
      if (ending) return;
      event.preventDefault();
      ask();
    });
    // Windows says it in this way only (PF-01).
    if (process.platform === 'win32') window.on('session-end', now);
    window.once('closed', () => {
      if (ending) return;
      if (till.quitWarning() === null) return now();
      log('warn', 'cashier window lost, opened again');
      shop.cashier();
    });
  };
  app.on('before-quit', (event) => {
    if (ending) return;
    event.preventDefault();
    ask();
  });
  // Without a listener Electron would quit by itself; `closed` above has decided.
  app.on('window-all-closed', () => undefined);
  return { ask, now, guard };
}

const QUESTIONS = {
  'payment-open': 'paymentOpen',
  'refund-open': 'refundOpen',
  'day-marking': 'dayMarking',
  'terminal-changing': 'terminalChanging',
  printing: 'printing',
} as const;

async function wantsToQuit(till: Till, parent: BrowserWindow): Promise<boolean> {
  const warning = till.quitWarning();
  if (warning === null) return true;
  const t = translator(till.snapshot().preferences.language);
  const question = {
    type: 'warning' as const,
    message: t(`shell.quit.${QUESTIONS[warning]}`),
    detail: t(`shell.quit.${QUESTIONS[warning]}What`),
    buttons: [t('shell.quit.stay'), t('shell.quit.close')],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  };
  const answer = await dialog.showMessageBox(parent, question);
  return answer.response === 1;
}

async function endInOrder({ till, stopRest, log }: QuittingDeps): Promise<void> {
  const limit = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), STOP_LIMIT_MS));
  const stopping = till.stop().then(stopRest);
  const outcome = await Promise.race([stopping, limit]).catch((error: unknown) => {
    log('error', 'not closed in order', { error: String(error) });
  });
  if (outcome === 'late') log('warn', 'closing took too long');
}
