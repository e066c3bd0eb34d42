import type { BrowserWindow } from 'electron';
import type { PrintPage } from '../../../src/contract/index.ts';
import { openWindow } from '../../windows/open-window.ts';
import type { WindowDeps } from '../../windows/open-window.ts';
import { PAGES } from '../../windows/pages.ts';
import { paperFor } from './paper.ts';
import type { PaperSize } from './paper.ts';
import type { PrintPages } from './print-pages.ts';

/** From the making of the window to the printer's answer, in all. */
const DEADLINE_MS = 30_000;

/** Drawing or printing took longer than it may. The paper may or may not come out. */
export class PrintDeadline extends Error {}

/** Resolves to the page's height in mm once it has drawn itself, fonts and codes included: it says so on its root. */
const READY_SCRIPT = `new Promise((resolve) => {
  const root = document.documentElement;
  const look = () => {
    if (root.dataset.ready === undefined) return false;
    resolve(Number(root.dataset.heightMm));
    return true;
  };
  if (!look()) new MutationObserver((_, observer) => look() && observer.disconnect()).observe(root, { attributes: true });
})`;

/**
 * Draws a page in a hidden window of its own, hands window and paper to `use`, and destroys the window whatever happened.
 * Rejects with {@link PrintDeadline} after 30 s in all, and with what `use` threw.
 */
export async function withPrintWindow<Result>(
  page: PrintPage,
  pages: PrintPages,
  deps: WindowDeps,
  use: (window: BrowserWindow, paper: PaperSize) => Promise<Result>,
): Promise<Result> {
  const pageId = pages.put(page);
  const window = openWindow('print', PAGES.print(pageId), deps);
  pages.bind(pageId, window.webContents.id);
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new PrintDeadline('printing took too long')), DEADLINE_MS);
  const work = async (): Promise<Result> => {
    const heightMm: unknown = await whenLoaded(window).then(() => window.webContents.executeJavaScript(READY_SCRIPT));
    return use(window, paperFor(page, typeof heightMm === 'number' ? heightMm : Number.NaN));
  };
  try {
    return await Promise.race([work(), late.promise]);
  } finally {
    clearTimeout(timer);
    pages.drop(pageId);
    if (!window.isDestroyed()) window.destroy();
  }
}

function whenLoaded(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.once('did-finish-load', () => resolve());
    window.webContents.once('did-fail-load', (_event, code, what) => reject(new Error(`the page did not load: ${what} (${code})`)));
    window.webContents.once('render-process-gone', (_event, details) => reject(new Error(`the page was lost: ${details.reason}`)));
    window.once('closed', () => reject(new Error('the page was closed')));
  });
}
