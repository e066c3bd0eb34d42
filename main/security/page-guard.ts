import type { App } from 'electron';
import type { GuardLog } from './session-guard.ts';

/**
 * No page leaves the place it was opened at: navigation, redirects, new windows and web views are refused, for every
 * page there will ever be (security §11–14). Kassa opens no address outside itself, so `openExternal` is not used (§15).
 */
export function guardPages(app: App, warn: GuardLog): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      // A page may load itself anew, and go nowhere else.
      if (event.url === contents.getURL()) return;
      event.preventDefault();
      warn('navigation refused', { url: event.url.slice(0, 200) });
    });
    contents.on('will-redirect', (event) => {
      event.preventDefault();
      warn('redirect refused', { url: event.url.slice(0, 200) });
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      warn('web view refused', {});
    });
    contents.setWindowOpenHandler((details) => {
      warn('new window refused', { url: details.url.slice(0, 200) });
      return { action: 'deny' };
    });
  });
}
