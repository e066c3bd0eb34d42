/**
 * Switches that are not ours but meant for the runtime: those of Electron's documentation, those a desktop, an AppImage
 * or Windows adds by itself, and those that get Chromium onto odd screens. Everything else is a mistake worth telling.
 */
const ANYWHERE: ReadonlySet<string> = new Set([
  // Where things lie and what is told.
  'user-data-dir',
  'lang',
  'log-file',
  'log-level',
  'enable-logging',
  'v',
  'vmodule',
  'password-store',
  'no-deprecation',
  'force-renderer-accessibility',
  'disable-dev-shm-usage',
  // Screens and graphics.
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-software-rasterizer',
  'use-gl',
  'use-angle',
  'ignore-gpu-blocklist',
  'force_high_performance_gpu',
  'force_low_power_gpu',
  'force-device-scale-factor',
  'high-dpi-support',
  'force-color-profile',
  'ozone-platform',
  'ozone-platform-hint',
  'enable-wayland-ime',
  'wayland-text-input-version',
  'gtk-version',
  'touch-events',
  'class',
  'name',
  'xdg-portal-required-version',
  'disable-renderer-backgrounding',
  'disable-background-timer-throttling',
  'disable-backgrounding-occluded-windows',
  // Added by the system.
  'original-process-start-time',
  'enable-crashpad',
]);

/**
 * Those that open the till to whoever starts it: they let a debugger into it, change the code or the engine, write down
 * what it sends, lead its pages elsewhere or take the sandbox away. An installed till refuses them; in a checkout they are
 * what tests and developers work with.
 */
const NOT_WHEN_INSTALLED: ReadonlySet<string> = new Set([
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'js-flags',
  'throw-deprecation',
  'trace-deprecation',
  'trace-warnings',
  'trace-uncaught',
  'log-net-log',
  'no-sandbox',
  'disable-setuid-sandbox',
  'no-zygote',
  'in-process-gpu',
  'enable-features',
  'disable-features',
  'proxy-server',
  'proxy-bypass-list',
  'proxy-pac-url',
  'no-proxy-server',
  'dns-result-order',
]);

/** `installed`: the runtime's, but not for an installed till. */
export type SwitchVerdict = 'allowed' | 'installed' | 'unknown';

/** Judges `--name`, `--name=value`, `-name=value` as Chromium reads them, and macOS' process serial number. */
export function judgeSwitch(arg: string, isInstalled: boolean): SwitchVerdict {
  if (arg.startsWith('-psn_')) return 'allowed';
  const name = /^--?([a-zA-Z_][\w-]*)(?:=.*)?$/s.exec(arg)?.[1];
  if (name === undefined) return 'unknown';
  if (ANYWHERE.has(name)) return 'allowed';
  if (!NOT_WHEN_INSTALLED.has(name)) return 'unknown';
  return isInstalled ? 'installed' : 'allowed';
}
