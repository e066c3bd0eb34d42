import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import type { BrowserWindowConstructorOptions } from 'electron';
import { watchRenderer } from './recovery.ts';
import type { RecoveryLog } from './recovery.ts';
import type { WindowRegistry } from './registry.ts';
import type { WindowRole } from './roles.ts';
import { windowOptions } from './window-options.ts';

export interface WindowDeps {
  readonly windows: WindowRegistry;
  readonly log: RecoveryLog;
}

/**
 * The one place that makes windows, so that none is made without guards, role and recovery.
 * One that is not for printing shows itself when it has painted.
 */
export function openWindow(
  role: WindowRole,
  address: string,
  deps: WindowDeps,
  options: BrowserWindowConstructorOptions = {},
): BrowserWindow {
  const preload = join(app.getAppPath(), 'out', 'preload', 'index.js');
  const window = new BrowserWindow({
    ...windowOptions(role, preload, nativeTheme.shouldUseDarkColors, app.isPackaged),
    // Elsewhere the executable carries it.
    ...(process.platform === 'linux' ? { icon: join(app.getAppPath(), 'assets', 'icon.png') } : {}),
    ...options,
  });
  deps.windows.add(role, window);
  if (role !== 'print') {
    watchRenderer(window, role, deps.log);
    window.once('ready-to-show', () => window.show());
  }
  window.loadURL(address).catch((error: unknown) => {
    // A window closed while it loads rejects too; nothing is lost by either but this line.
    deps.log('warn', 'page not loaded', { role, error: error instanceof Error ? error.message : String(error) });
  });
  return window;
}
