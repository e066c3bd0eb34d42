import type { App } from 'electron';

export const WITHOUT_OS_SANDBOX =
  "Kassa's windows run without the operating system's sandbox, because --no-sandbox was given (root cannot have one). " +
  'Each is isolated and without Node all the same. Start Kassa as an ordinary user to have the sandbox too.\n';

/**
 * Asks for Chromium's sandbox for every page (security §4), unless the command line says that there is to be none:
 * `enableSandbox` would take that switch away again, and as root no page would ever start.
 * Every window asks for a sandboxed page either way.
 * @param say told the one sentence about a sandbox that is missing.
 */
export function enableOsSandbox(
  app: Pick<App, 'enableSandbox'> & { readonly commandLine: Pick<App['commandLine'], 'hasSwitch'> },
  say: (sentence: string) => void,
): void {
  if (app.commandLine.hasSwitch('no-sandbox')) say(WITHOUT_OS_SANDBOX);
  else app.enableSandbox();
}
