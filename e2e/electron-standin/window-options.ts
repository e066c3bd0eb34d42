/** Which of a window's options the stand-in follows, which it only notes, and that it refuses every other. */
import { record } from './record.ts';
import { notProvided } from './strict.ts';

type Options = Electron.BrowserWindowConstructorOptions;

const FOLLOWED: readonly (keyof Options)[] = [
  'width',
  'height',
  'x',
  'y',
  'center',
  'show',
  'title',
  'backgroundColor',
  'fullscreen',
  'kiosk',
  'useContentSize',
  'webPreferences',
  'parent',
];
/** They change the frame, the taskbar or what a window manager allows: nothing a page or a test of Kassa sees. */
const NOTED: readonly (keyof Options)[] = [
  'autoHideMenuBar',
  'minWidth',
  'minHeight',
  'maxWidth',
  'maxHeight',
  'resizable',
  'movable',
  'minimizable',
  'maximizable',
  'closable',
  'focusable',
  'fullscreenable',
  'alwaysOnTop',
  'skipTaskbar',
  'icon',
  'frame',
  'modal',
  'paintWhenInitiallyHidden',
  'darkTheme',
  'acceptFirstMouse',
  'disableAutoHideCursor',
  'enableLargerThanScreen',
  'roundedCorners',
  'thickFrame',
  'hasShadow',
];

/** Chromium's page is always this: sandboxed, isolated, without Node. A window that asks for less would be shown wrongly. */
const FIXED: Partial<Record<keyof Electron.WebPreferences, unknown>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  javascript: true,
  images: true,
};
const FOLLOWED_PREFERENCES: readonly (keyof Electron.WebPreferences)[] = ['preload', 'additionalArguments'];
const NOTED_PREFERENCES: readonly (keyof Electron.WebPreferences)[] = [
  'devTools',
  'spellcheck',
  'backgroundThrottling',
  'navigateOnDragDrop',
  'safeDialogs',
  'disableDialogs',
  'autoplayPolicy',
  'v8CacheOptions',
  'disableBlinkFeatures',
  'enableWebSQL',
  'scrollBounce',
];

function checkPreferences(preferences: Electron.WebPreferences): void {
  for (const [name, value] of Object.entries(preferences) as [keyof Electron.WebPreferences, unknown][]) {
    if (value === undefined || FOLLOWED_PREFERENCES.includes(name)) continue;
    if (name in FIXED) {
      if (FIXED[name] !== value) notProvided(`webPreferences.${name}: ${JSON.stringify(value)}`);
    } else if (NOTED_PREFERENCES.includes(name)) {
      record(`webPreferences.${name}`, value);
    } else {
      notProvided(`webPreferences.${name}`);
    }
  }
}

/** @throws NotProvided for an option whose effect would be missing */
export function checkOptions(options: Options): void {
  for (const [name, value] of Object.entries(options) as [keyof Options, unknown][]) {
    if (value === undefined || FOLLOWED.includes(name)) continue;
    if (!NOTED.includes(name)) notProvided(`The window option ${name}`);
    record(`BrowserWindow.${name}`, value);
  }
  checkPreferences(options.webPreferences ?? {});
}
