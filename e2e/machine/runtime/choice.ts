/** Which program runs Kassa, as a decision about what is there: see ../runtime.ts for the order. */

/** KASSA_RUNTIME: refuse the stand-in, or refuse Electron. */
export type Wish = 'electron' | 'stand-in';

export interface Situation {
  /** KASSA_RUNTIME as it is set. */
  readonly wish: string | undefined;
  readonly platform: NodeJS.Platform;
  /** ELECTRON_OVERRIDE_DIST_PATH, and whether Electron's executable is in it. */
  readonly override: { readonly dir: string; readonly hasElectron: boolean } | undefined;
  readonly isFetched: boolean;
  /** The latest attempt to fetch Electron, if it failed; milliseconds since 1970. */
  readonly failedAtMs: number | undefined;
  readonly nowMs: number;
}

export type Choice =
  | { readonly use: 'override' | 'fetched' | 'download' | 'stand-in' }
  | { readonly use: 'nothing'; readonly sentence: string };

/** As long as no Electron can be had, somebody who has a stand-in should not wait for it at every command. */
export const RETRY_AFTER_MS = 60 * 60 * 1_000;

const nothing = (sentence: string): Choice => ({ use: 'nothing', sentence });

export function choose(now: Situation): Choice {
  const { wish, override } = now;
  if (wish !== undefined && wish !== '' && wish !== 'electron' && wish !== 'stand-in') {
    return nothing(`KASSA_RUNTIME is electron or stand-in, not ${JSON.stringify(wish)}.`);
  }
  if (wish === 'stand-in') {
    return now.platform === 'linux'
      ? { use: 'stand-in' }
      : nothing('KASSA_RUNTIME=stand-in: the stand-in for Electron runs on Linux only.');
  }
  if (override !== undefined) {
    if (override.hasElectron) return { use: 'override' };
    return nothing(`ELECTRON_OVERRIDE_DIST_PATH has no Electron in it: ${override.dir}. It is the folder that holds the executable.`);
  }
  if (now.isFetched) return { use: 'fetched' };
  return hasAlternative(now) && failedLately(now) ? { use: 'stand-in' } : { use: 'download' };
}

/** Without a stand-in, or when asked for Electron by name, every command tries again. */
function hasAlternative({ wish, platform }: Situation): boolean {
  return platform === 'linux' && wish !== 'electron';
}

function failedLately({ failedAtMs, nowMs }: Situation): boolean {
  return failedAtMs !== undefined && failedAtMs <= nowMs && nowMs - failedAtMs < RETRY_AFTER_MS;
}

/** @param reason why Electron could not be fetched, without a full stop */
export function chooseWithout(now: Situation, reason: string): Choice {
  if (hasAlternative(now)) return { use: 'stand-in' };
  const asked = now.wish === 'electron' ? ', and KASSA_RUNTIME asks for it' : ', and nothing else runs Kassa on this system';
  return nothing(`Electron could not be fetched (${reason})${asked}. ${REMEDY}`);
}

const REMEDY =
  'Check the connection and run the command again; behind a proxy set HTTPS_PROXY, for a mirror ELECTRON_MIRROR, ' +
  'or let ELECTRON_OVERRIDE_DIST_PATH name the folder of an Electron you have.';
