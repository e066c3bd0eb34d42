/** Looks for secrets where none may be: in files, and in what main tells its windows. */
import fs from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';

/** A secret as a word of its own, or as the beginning of its base64: `1234` is not in `771234`. */
export function mentions(text: string, secret: string): boolean {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return wholeWord(secret).test(text) || wholeWord(base64).test(text);
}

/** A number with decimals is no secret: milliseconds may have the digits of a PIN. */
function wholeWord(word: string): RegExp {
  return new RegExp(`(?<![0-9A-Za-z]|\\d\\.)${word.replaceAll(/[+/]/g, '\\$&')}(?![0-9A-Za-z]|\\.\\d)`);
}

/** @returns the names of the files below `dir` in which `secret` can be read, in one or two bytes a character, or as base64 */
export function filesMentioning(dir: string, secret: string): readonly string[] {
  return fs
    .readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = fs.readFileSync(file);
      return mentions(bytes.toString('latin1'), secret) || mentions(bytes.toString('utf16le'), secret);
    })
    .map((file) => path.relative(dir, file));
}

/** From now on everything that main tells any window of its own accord is written down. */
export async function recordPushes(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ webContents }) => {
    globalThis.pushed = [];
    for (const contents of webContents.getAllWebContents()) {
      const send = contents.send.bind(contents);
      contents.send = (channel, ...args: readonly unknown[]) => {
        globalThis.pushed.push(JSON.stringify(args));
        send(channel, ...args);
      };
    }
  });
}

export function pushesOf(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => globalThis.pushed);
}

declare global {
  /** Everything pushed since `recordPushes`. */
  var pushed: string[];
}
