/**
 * Fetches Electron's binary with Electron's own downloader, which knows its checksums, cache and mirrors (ELECTRON_MIRROR,
 * electron_mirror in .npmrc, ELECTRON_CUSTOM_DIR …), and lets its npm package unpack it.
 *
 * A slow line may take as long as it takes: the limit is on silence.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { downloadArtifact, initializeProxy } from '@electron/get';
import { reasonOf } from './failure.ts';
import { showProgress } from './progress.ts';
import type { Progress } from './progress.ts';
import { proxyVariables } from './proxy.ts';

export interface Patience {
  /** A network that has not begun to answer within this does not let the download through either. */
  readonly firstByteMs: number;
  readonly silenceMs: number;
}
const PATIENCE: Patience = { firstByteMs: 20_000, silenceMs: 60_000 };
/** A line that breaks off in the middle is worth another try at once; a closed door is not. */
const ATTEMPTS = 2;

export type Fetched = { readonly ok: true } | { readonly ok: false; readonly reason: string };

export interface Order {
  /** The folder of Electron's npm package, and the package's version. */
  readonly electronDir: string;
  readonly version: string;
  /** For what a person should know meanwhile. */
  readonly out: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly patience?: Patience;
}

interface Attempt {
  readonly reason: string | null;
  /** Some of it has come, and not all. */
  readonly brokeOff: boolean;
}

/** Aborts what it watches when nothing has been heard for too long. */
function watchSilence({ firstByteMs, silenceMs }: Patience): {
  readonly signal: AbortSignal;
  readonly heard: () => void;
  readonly stop: () => void;
} {
  const controller = new AbortController();
  const after = (limitMs: number): NodeJS.Timeout =>
    setTimeout(() => controller.abort(new Error(`nothing came for ${limitMs / 1_000} s`)), limitMs);
  let timer = after(firstByteMs);
  const stop = (): void => clearTimeout(timer);
  const heard = (): void => {
    stop();
    timer = after(silenceMs);
  };
  return { signal: controller.signal, heard, stop };
}

/** As Electron's npm package has it: its own list, unless a mirror with other builds is to be believed. */
function checksums(electronDir: string): Record<string, string> | undefined {
  const { electron_use_remote_checksums: remote, npm_config_electron_use_remote_checksums: remoteByNpm } = process.env;
  if (remote || remoteByNpm) return undefined;
  return JSON.parse(fs.readFileSync(path.join(electronDir, 'checksums.json'), 'utf8')) as Record<string, string>;
}

/** Puts the binary's archive into Electron's cache, where its npm package looks first. */
async function fillCache({ electronDir, version, out, patience = PATIENCE }: Order): Promise<Attempt> {
  const silence = watchSilence(patience);
  const show = showProgress(`Electron ${version}`, out, Date.now);
  let brokeOff = false;
  const getProgressCallback = (progress: Progress): Promise<void> => {
    brokeOff = progress.transferred !== progress.total;
    silence.heard();
    show(progress);
    return Promise.resolve();
  };
  const cacheRoot = process.env['electron_config_cache'];
  const own = checksums(electronDir);
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      downloadOptions: { quiet: true, signal: silence.signal, getProgressCallback },
      ...(cacheRoot === undefined ? {} : { cacheRoot }),
      ...(own === undefined ? {} : { checksums: own }),
    });
    return { reason: null, brokeOff };
  } catch (error) {
    return { reason: reasonOf(error), brokeOff };
  } finally {
    silence.stop();
  }
}

function unpack(electronDir: string): Fetched {
  const { status, stderr } = spawnSync(process.execPath, [path.join(electronDir, 'install.js')], { encoding: 'utf8' });
  if (status === 0) return { ok: true };
  return { ok: false, reason: `it could not be unpacked: ${stderr.trim().split('\n', 1)[0] ?? ''}` };
}

/** @returns when Electron lies in its package's folder, or why it does not */
export async function downloadElectron(order: Order): Promise<Fetched> {
  const { electronDir, version, out } = order;
  const proxy = proxyVariables(process.env);
  if ('https_proxy' in proxy || 'http_proxy' in proxy) {
    // The second is for the package's own program, which unpacks and may ask for checksums.
    Object.assign(process.env, proxy, { ELECTRON_GET_USE_PROXY: '1' });
    initializeProxy();
  }
  out.write(`Fetching Electron ${version} (once; about 120 MB) …\n`);
  for (let attempt = 1; ; attempt += 1) {
    const { reason, brokeOff } = await fillCache(order);
    if (reason === null) return unpack(electronDir);
    if (!brokeOff || attempt === ATTEMPTS) return { ok: false, reason };
    out.write(`The download stopped: ${reason}. Once more …\n`);
  }
}
