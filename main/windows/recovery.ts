import type { BrowserWindow } from 'electron';
import type { WindowRole } from './roles.ts';

export type RecoveryLog = (level: 'info' | 'warn' | 'error', what: string, data: object) => void;

/** A page that hangs this long after it was noticed is ended and loaded anew. */
const HANG_MS = 10_000;
/** So many fresh starts a minute; after that the next waits, lest a page that dies at once keeps the machine busy. */
const RELOADS_PER_MINUTE = 3;
const MINUTE_MS = 60_000;

/** How long to wait before the next reload, given when the earlier ones were (monotonic ms). */
export function reloadDelayMs(earlierMs: readonly number[], nowMs: number): number {
  const recent = earlierMs.filter((at) => nowMs - at < MINUTE_MS);
  const oldest = recent.at(-RELOADS_PER_MINUTE);
  return oldest === undefined ? 0 : oldest + MINUTE_MS - nowMs;
}

/** A page that crashes or hangs is loaded anew; the payment never noticed, for it is not in the page (PF-01). */
export function watchRenderer(window: BrowserWindow, role: WindowRole, log: RecoveryLog): void {
  let reloadsMs: readonly number[] = [];
  let hang: NodeJS.Timeout | null = null;
  const contents = window.webContents;
  contents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return;
    const delayMs = reloadDelayMs(reloadsMs, performance.now());
    log('error', 'page lost', { role, reason: details.reason, exitCode: details.exitCode, reloadInMs: delayMs });
    setTimeout(() => {
      if (window.isDestroyed()) return;
      reloadsMs = [...reloadsMs, performance.now()].slice(-RELOADS_PER_MINUTE);
      contents.reload();
    }, delayMs);
  });
  window.on('unresponsive', () => {
    log('warn', 'page hangs', { role });
    hang ??= setTimeout(() => {
      hang = null;
      if (!window.isDestroyed()) contents.forcefullyCrashRenderer();
    }, HANG_MS);
  });
  window.on('responsive', () => {
    if (hang !== null) clearTimeout(hang);
    hang = null;
  });
}
