import { app, screen } from 'electron';
import type { BrowserWindow } from 'electron';
import { openWindow } from './open-window.ts';
import type { WindowDeps } from './open-window.ts';
import { PAGES } from './pages.ts';
import { canPlaceWindows, insideOf } from './placing.ts';

/** Whether windows can be sent to a screen here. */
export function placesWindows(): boolean {
  return canPlaceWindows({ platform: process.platform, env: process.env, switchValue: (name) => app.commandLine.getSwitchValue(name) });
}

/**
 * Opens the customer's display. On a second screen it fills that one, but only once it is seen to lie there: a window manager
 * may have put it over the till. Where it cannot be sent there, or was not, it stays an ordinary window and says what to do.
 * F11 fills whichever screen it is on, and gives it back.
 * @param second the customer's screen; null if there is one screen only.
 * @param onAstray told if the window came up elsewhere although it had been sent to the second screen.
 */
export function openCustomerWindow(deps: WindowDeps, second: Electron.Display | null, onAstray: () => void): void {
  if (second === null) return fillByKey(openWindow('customer', PAGES.customer, deps));
  if (!placesWindows()) return fillByKey(openWindow('customer', PAGES.customerToPlace, deps));
  const window = openWindow('customer', PAGES.customer, deps, insideOf(second));
  fillByKey(window);
  const isThere = (): boolean => screen.getDisplayMatching(window.getBounds()).id === second.id;
  const goneAstray = (): void => {
    deps.log('warn', 'customer display not on its screen', { asked: second.bounds, is: window.getBounds() });
    window.setFullScreen(false);
    void window.loadURL(PAGES.customerToPlace).catch(() => undefined);
    onAstray();
  };
  window.once('show', () => {
    if (!isThere()) return goneAstray();
    window.once('enter-full-screen', () => {
      if (!isThere()) goneAstray();
    });
    window.setFullScreen(true);
  });
}

function fillByKey(window: BrowserWindow): void {
  const contents = window.webContents;
  contents.on('before-input-event', (event, { type, key, isAutoRepeat }) => {
    if (type !== 'keyDown' || key !== 'F11' || isAutoRepeat) return;
    event.preventDefault();
    window.setFullScreen(!window.isFullScreen());
  });
  // It has been placed by hand: the sentence goes, and the page stays.
  window.on('enter-full-screen', () => {
    if (contents.getURL() === PAGES.customerToPlace) void window.loadURL(PAGES.customerPlaced).catch(() => undefined);
  });
}
