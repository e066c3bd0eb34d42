import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { WindowRole } from './roles.ts';

/** Every page runs sandboxed, isolated, without Node (security §2–4, §6, §8–10). Written out though most are defaults. */
export const SAFE_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const satisfies WebPreferences;

const PAPER_WHITE = '#faf8f4';
const WARM_BLACK = '#171512';

const SIZES: Readonly<Record<WindowRole, BrowserWindowConstructorOptions>> = {
  cashier: { minWidth: 1024, minHeight: 700 },
  customer: { width: 1024, height: 640, minWidth: 480, minHeight: 360 },
  print: { width: 800, height: 600, show: false },
  phone: { width: 420, height: 760, minWidth: 340, minHeight: 560 },
};

/**
 * @param preload path of the bridge; only our own pages get it, the simulated phone does not.
 * @param dark the ground before the page paints, so that a dark till does not flash.
 * @param isInstalled an installed till has no developer tools, whoever asks for them.
 */
export function windowOptions(role: WindowRole, preload: string, dark: boolean, isInstalled: boolean): BrowserWindowConstructorOptions {
  return {
    show: false,
    autoHideMenuBar: true,
    title: 'Kassa',
    backgroundColor: role === 'print' || !dark ? PAPER_WHITE : WARM_BLACK,
    ...SIZES[role],
    webPreferences: {
      ...SAFE_PREFERENCES,
      devTools: !isInstalled,
      ...(role === 'phone' ? {} : { preload }),
      // The age of the last answer must be right on a display behind another window too (PF-04), and a page that is only
      // ever printed is never in front.
      backgroundThrottling: false,
    },
  };
}
