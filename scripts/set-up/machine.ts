/**
 * What Kassa, its stand-in and the tests need of the machine besides npm packages: something that runs it, its libraries,
 * programs. Installs what is missing on Debian as root, and says elsewhere what that is. Silent if there is nothing to do.
 */
import fs from 'node:fs';
import { findChromium } from '../../e2e/electron-standin/index.ts';
import { hasDisplay } from '../../e2e/machine/display.ts';
import { hasProgram } from '../../e2e/machine/has-program.ts';
import { chooseRuntime } from '../../e2e/machine/runtime.ts';
import type { Runtime } from '../../e2e/machine/runtime.ts';
import { install, installCommand } from './debian.ts';
import { debianPackageOf, missingLibraries } from './libraries.ts';

const NEEDS = ['window', 'display', 'test'] as const;
/** See commands.mjs. */
export type Needs = (typeof NEEDS)[number];

/** Something that is absent, by what it is called and by the Debian package that brings it. */
interface Absent {
  readonly name: string;
  readonly debian: string | undefined;
  /** Without it no window opens; without the rest something cannot be printed, read or tested. */
  readonly isVital: boolean;
}

/** Not everybody's path has the places of a system's own services. */
const SERVICE_DIRS = ['/usr/sbin', '/sbin'];

export function isNeeds(value: string | undefined): value is Needs {
  return NEEDS.some((needs) => needs === value);
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function absentPrograms(needs: Needs, runtime: Runtime): Absent[] {
  const absent: Absent[] = [];
  const want = (isThere: boolean, name: string, debian: string, isVital = false): void => {
    if (!isThere) absent.push({ name, debian, isVital });
  };
  if (runtime.kind === 'stand-in')
    want(findChromium(process.env['PATH'] ?? '') !== undefined, 'Chromium (no snap) or Chrome', 'chromium', true);
  want(fs.existsSync('/usr/share/fonts'), 'fonts', 'fonts-liberation');
  if (needs !== 'window') want(hasProgram('Xvfb', SERVICE_DIRS) || (needs === 'display' && hasDisplay()), 'Xvfb', 'xvfb', true);
  if (needs === 'test') {
    want(hasProgram('lp', SERVICE_DIRS), 'lp', 'cups-client');
    want(hasProgram('cupsd', SERVICE_DIRS), 'cupsd', 'cups-daemon');
    want(hasProgram('xmllint', SERVICE_DIRS), 'xmllint', 'libxml2-utils');
    want(hasProgram('pdfinfo', SERVICE_DIRS), 'pdfinfo', 'poppler-utils');
  }
  return absent;
}

function absentLibraries({ kind, executablePath }: Runtime): Absent[] {
  if (kind !== 'electron') return [];
  return missingLibraries(executablePath).map((name) => ({ name, debian: debianPackageOf(name), isVital: true }));
}

function packagesOf(absent: readonly Absent[]): string[] {
  return [...new Set(absent.map(({ debian }) => debian).filter((name) => name !== undefined))];
}

/** Tries to install `absent`, or says how. */
function bring(absent: readonly Absent[]): void {
  const packages = packagesOf(absent);
  const names = absent.map(({ name }) => name).join(', ');
  if (packages.length === 0 || !hasProgram('apt-get', SERVICE_DIRS)) {
    return say(`Missing on this machine: ${names}. Install them with your system's package manager, under whatever name it has them.`);
  }
  if (process.getuid?.() !== 0)
    return say(`Missing on this machine: ${names}. Only root can install them: sudo ${installCommand(packages)}`);
  say(`Installing ${packages.join(', ')} (once) …`);
  const { refused, said } = install(packages);
  if (refused.length > 0) say(`${said}\nCould not be installed: ${refused.join(', ')}. Try: ${installCommand(refused)}`.trim());
}

/**
 * @returns false if no window could open and the reason has been said. The tests go on then: some need no window, and the rest
 *   is counted as failed.
 */
export async function prepareMachine(needs: Needs): Promise<boolean> {
  const choice = await chooseRuntime();
  if (!choice.ok && needs !== 'test') say(choice.sentence);
  if (!choice.ok) return needs === 'test';
  if (process.platform !== 'linux') return true;
  const { runtime } = choice;
  const absent = (): Absent[] => [...absentLibraries(runtime), ...absentPrograms(needs, runtime)];
  const before = absent();
  if (before.length === 0) return true;
  bring(before);
  if (needs === 'test' || !absent().some(({ isVital }) => isVital)) return true;
  say('Kassa cannot open a window before that.');
  return false;
}
