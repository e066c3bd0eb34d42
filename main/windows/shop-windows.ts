import { screen } from 'electron';
import type { BrowserWindow } from 'electron';
import { openCustomerWindow, placesWindows } from './customer-window.ts';
import { cashierSize, customerScreen } from './displays.ts';
import { openWindow } from './open-window.ts';
import type { WindowDeps } from './open-window.ts';
import { PAGES } from './pages.ts';

/** The windows that people see. Each is there at most once. */
export interface ShopWindows {
  /** Opens the cashier's window, or brings it to the front. */
  cashier(): BrowserWindow;
  customerDisplay(open: boolean): void;
  /** Opens the customer's display if there is a screen for it and it can be sent there: unasked it never covers the till. */
  customerDisplayOnSecondScreen(): void;
  phone(code: string): void;
  closeAll(): void;
}

/** @param onCashierOpened told of every window that is made for the cashier. */
export function createShopWindows(deps: WindowDeps, onCashierOpened: (window: BrowserWindow) => void): ShopWindows {
  const { windows } = deps;
  const secondScreen = (): Electron.Display | null => {
    const cashier = windows.find('cashier');
    const own = cashier === null ? screen.getPrimaryDisplay() : screen.getDisplayMatching(cashier.getBounds());
    return customerScreen(screen.getAllDisplays(), own.id);
  };
  return {
    cashier() {
      const open = windows.find('cashier');
      if (open !== null) {
        bringToFront(open);
        return open;
      }
      const opened = openWindow('cashier', PAGES.cashier, deps, cashierSize(screen.getPrimaryDisplay().workAreaSize));
      onCashierOpened(opened);
      return opened;
    },
    customerDisplay(open) {
      const window = windows.find('customer');
      if (!open) window?.close();
      else if (window === null) openCustomerWindow(deps, secondScreen(), () => undefined);
      else bringToFront(window);
    },
    customerDisplayOnSecondScreen() {
      const second = secondScreen();
      if (windows.find('customer') !== null || second === null || !placesWindows()) return;
      openCustomerWindow(deps, second, () => {
        const cashier = windows.find('cashier');
        if (cashier !== null) bringToFront(cashier);
      });
    },
    phone(code) {
      const window = windows.find('phone');
      if (window === null) openWindow('phone', PAGES.phone(code), deps);
      else
        void window.loadURL(PAGES.phone(code)).then(
          () => bringToFront(window),
          () => undefined,
        );
    },
    closeAll() {
      for (const role of ['phone', 'customer', 'print', 'cashier'] as const) windows.find(role)?.destroy();
    },
  };
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
