/**
 * Switches that are not ours but meant for the runtime: those of Electron's documentation, those a desktop, an AppImage
 * or Windows adds by itself, and those that get Chromium onto odd screens. Everything else is a mistake worth telling.
 */
const NAMES: ReadonlySet<string> = new Set([
  // Where things lie and what is told.
  'user-data-dir', 'lang', 'log-file', 'log-level', 'log-net-log', 'enable-logging', 'v', 'vmodule', 'password-store',
  // Debugging and tests.
  'inspect', 'inspect-brk', 'inspect-port', 'inspect-publish-uid', 'remote-debugging-port', 'remote-debugging-pipe',
  'js-flags', 'no-deprecation', 'throw-deprecation', 'trace-deprecation', 'trace-warnings', 'trace-uncaught',
  'force-renderer-accessibility',
  // The sandbox, where a system cannot give one.
  'no-sandbox', 'disable-setuid-sandbox', 'disable-dev-shm-usage', 'no-zygote',
  // Screens and graphics.
  'disable-gpu', 'disable-gpu-compositing', 'disable-software-rasterizer', 'in-process-gpu', 'use-gl', 'use-angle',
  'ignore-gpu-blocklist', 'force_high_performance_gpu', 'force_low_power_gpu', 'force-device-scale-factor', 'high-dpi-support',
  'force-color-profile', 'ozone-platform', 'ozone-platform-hint', 'enable-wayland-ime', 'wayland-text-input-version', 'gtk-version',
  'touch-events', 'class', 'name', 'xdg-portal-required-version', 'enable-features', 'disable-features',
  'disable-renderer-backgrounding', 'disable-background-timer-throttling', 'disable-backgrounding-occluded-windows',
  // Network between here and SEQR.
  'proxy-server', 'proxy-bypass-list', 'proxy-pac-url', 'no-proxy-server', 'dns-result-order',
  // Added by the system.
  'original-process-start-time', 'enable-crashpad',
]);

/** `--name`, `--name=value`, `-name=value` as Chromium reads them, and macOS' process serial number. */
export function isRuntimeSwitch(arg: string): boolean {
  if (arg.startsWith('-psn_')) return true;
  const name = /^--?([a-zA-Z_][\w-]*)(?:=.*)?$/s.exec(arg)?.[1];
  return name !== undefined && NAMES.has(name);
}
