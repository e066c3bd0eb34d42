import { join } from 'node:path';
import { app, session } from 'electron';
import type { BootWork } from './boot/boot-plan.ts';
import { enableOsSandbox } from './boot/os-sandbox.ts';
import { whenNoPaymentIsOpen } from './boot/when-idle.ts';
import { furnish } from './furnish.ts';
import type { House } from './furnish.ts';
import { pushState, serveCalls } from './ipc/serve-calls.ts';
import type { Log } from './log/log.ts';
import { setMenu } from './menu.ts';
import { watchSleep, watchSystemEnd } from './power.ts';
import { loadResponses, registerAppScheme, serveApp } from './protocol/app-protocol.ts';
import { guardPages } from './security/page-guard.ts';
import { guardSession } from './security/session-guard.ts';
import type { DataFolder } from './storage/data-folder.ts';
import { followTheme } from './theme.ts';

/** By then the sale screen is usable on a slow machine too, and nobody has rung up anything yet. */
const WARM_UP_DELAY_MS = 1_500;

/** What each step of the boot plan does. The house is furnished only by the one Kassa that goes on after `oneInstance`. */
export function bootWork(folder: DataFolder, log: Log): BootWork {
  const warn = (what: string, data: object): void => log('warn', what, data);
  let furnished: House | null = null;
  const house = (): House => (furnished ??= furnish(folder, log));
  let started: Promise<void> | null = null;
  let hasWindows = false;

  return {
    harden() {
      enableOsSandbox(app, (sentence) => process.stderr.write(sentence));
      registerAppScheme();
      guardPages(app, warn);
      setMenu(process.platform);
    },
    oneInstance() {
      if (!app.requestSingleInstanceLock()) {
        process.stderr.write('Kassa is running already; its window comes to the front.\n');
        app.exit(0);
        return 'stop';
      }
      app.on('second-instance', () => {
        if (hasWindows) house().shop.cashier();
      });
      return undefined;
    },
    till() {
      started = house().till.start();
      // Waited for in `resumed`, which reports a failure; this keeps it from being called unhandled until then.
      started.catch(() => undefined);
    },
    runtime: () => app.whenReady(),
    session() {
      const bundle = join(app.getAppPath(), 'out', 'renderer');
      guardSession(session.defaultSession, !app.isPackaged, warn);
      serveApp(session.defaultSession, { bundle, simulatorUrl: () => house().simulator.url() });
    },
    calls() {
      const { till, windows, pages } = house();
      serveCalls(till, windows, pages, log);
    },
    resumed: () => started ?? undefined,
    shell() {
      const { till, windows, quitting } = house();
      pushState(till, windows);
      followTheme(till);
      watchSleep(till);
      watchSystemEnd(() => quitting.now());
    },
    async windows() {
      const { shop } = house();
      const window = shop.cashier();
      hasWindows = true;
      // The window's own process is starting meanwhile; its first request comes when it has.
      loadResponses();
      await new Promise<void>((resolve) => void window.once('ready-to-show', () => resolve()));
      shop.customerDisplayOnSecondScreen();
    },
    async afterPaint() {
      // The window has painted, but it is about to ask for the catalogue; let it.
      await new Promise((resolve) => setTimeout(resolve, WARM_UP_DELAY_MS));
      const { connector, till } = house();
      if (till.snapshot().mode !== 'unset') await till.call('intent', { kind: 'health.check' });
      // The SOAP library blocks this thread for a quarter of a second, and for many on a busy machine: no time of a
      // payment's. Whoever charges a sale before loads it then.
      await whenNoPaymentIsOpen(till);
      await connector.load();
    },
  };
}
