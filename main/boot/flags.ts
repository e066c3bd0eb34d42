import { resolve } from 'node:path';
import { judgeSwitch } from './runtime-switches.ts';

/** What the command line asks for. `refused`: one sentence for a person; the caller ends with exit code 2. */
export type Flags =
  | { readonly kind: 'run'; readonly dataDir: string | null }
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'refused'; readonly sentence: string };

export const HELP = `Kassa, a cash register that takes SEQR payments.

Usage: kassa [--data-dir=DIR]

  --data-dir=DIR   keep settings, journals and logs in DIR (default: the folder of this user's applications)
  --version        print the version and stop
  --help           print this and stop

Switches of Electron and Chromium (--user-data-dir=DIR, --lang=sv, --disable-gpu, ...) are passed on, but those for
debugging and those that take protection away only where Kassa is not installed.
`;

/** What Kassa is started from. */
export interface StartedFrom {
  /** The folder or archive of the application, which is an argument when Electron is started on a folder. */
  readonly appPath: string;
  /** Whether it was packaged. Such a till takes no switch that opens it to whoever starts it. */
  readonly isInstalled: boolean;
}

const refused = (sentence: string): Flags => ({ kind: 'refused', sentence: `Kassa: ${sentence} Try --help.` });

/**
 * Reads the arguments after the executable's name. A misspelt flag is refused rather than ignored: a till that quietly
 * opens another data folder shows another day's money.
 */
export function parseFlags(args: readonly string[], { appPath, isInstalled }: StartedFrom): Flags {
  // Before all else: no other argument may lead past it.
  const opening = args.find((arg) => judgeSwitch(arg, isInstalled) === 'installed');
  if (opening !== undefined) return refused(`an installed till does not take ${JSON.stringify(opening)}: it would open it to others.`);
  let dataDir: string | null = null;
  for (const arg of args) {
    if (arg === '--help' || arg === '-h') return { kind: 'help' };
    if (arg === '--version') return { kind: 'version' };
    if (arg === '--data-dir' || arg.startsWith('--data-dir=')) {
      const value = arg.slice('--data-dir='.length);
      if (value === '') return refused('--data-dir needs a folder, as in --data-dir=DIR.');
      if (value.includes('\0')) return refused('--data-dir names a folder that cannot be.');
      if (dataDir !== null) return refused('--data-dir is given twice.');
      dataDir = resolve(value);
    } else if (arg.startsWith('-')) {
      if (judgeSwitch(arg, isInstalled) === 'unknown') return refused(`${JSON.stringify(arg)} is not a flag that Kassa knows.`);
    } else if (resolve(arg) !== resolve(appPath)) {
      return refused(`${JSON.stringify(arg)} is not a flag that Kassa knows.`);
    }
  }
  return { kind: 'run', dataDir };
}
