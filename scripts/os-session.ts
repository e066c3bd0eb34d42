/**
 * What of this machine's operating system the runtime must be told, or a person, before Kassa starts: whether Chromium can
 * have its sandbox, and how windows reach the screen.
 */
import fs from 'node:fs';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** What decides whether Chromium's sandbox starts. `null`: this kernel has no such setting. */
export interface SandboxFacts {
  readonly isRoot: boolean;
  /** `/proc/sys/kernel/apparmor_restrict_unprivileged_userns`: Ubuntu from 23.10 on. */
  readonly apparmorRestricts: number | null;
  /** `/proc/sys/kernel/unprivileged_userns_clone`: Debian's own. */
  readonly cloneAllowed: number | null;
  /** `/proc/sys/user/max_user_namespaces`. */
  readonly maxNamespaces: number | null;
  /** Electron's helper belongs to root and has its set-user-id bit, which does without namespaces. */
  readonly hasHelper: boolean;
}

/**
 * An ordinary user's Chromium sandboxes its pages by a user namespace, or by a helper that is root's. Where it has neither,
 * Electron ends at once with a message about that helper.
 * @returns why it would not start, and what to do; null if it will
 */
export function sandboxProblem(facts: SandboxFacts, helper: string): string | null {
  const forbidden = facts.apparmorRestricts === 1 || facts.cloneAllowed === 0 || facts.maxNamespaces === 0;
  if (facts.isRoot || facts.hasHelper || !forbidden) return null;
  return (
    "This system forbids ordinary users the namespaces that Electron's sandbox is made of, so Electron would not start. Let its helper do it, once: " +
    `sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`
  );
}

function settingOf(file: string): number | null {
  try {
    return Number(fs.readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** @returns {@link sandboxProblem} of this machine, for the Electron at `executable` */
export function sandboxProblemHere(executable: string): string | null {
  if (process.platform !== 'linux') return null;
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  const stat = fs.statSync(helper, { throwIfNoEntry: false });
  const facts = {
    isRoot: process.getuid?.() === 0,
    apparmorRestricts: settingOf('/proc/sys/kernel/apparmor_restrict_unprivileged_userns'),
    cloneAllowed: settingOf('/proc/sys/kernel/unprivileged_userns_clone'),
    maxNamespaces: settingOf('/proc/sys/user/max_user_namespaces'),
    hasHelper: stat?.uid === 0 && (stat.mode & 0o4001) === 0o4001,
  };
  return sandboxProblem(facts, helper);
}

/**
 * Under Wayland no program says on which screen its windows open; through Xwayland one does, and the customer's display finds
 * its screen. The switch must be on the command line: an application that adds it is too late.
 * @param args what Kassa is given; a choice made there stands
 */
export function displaySwitches(platform: NodeJS.Platform, env: Environment, args: readonly string[]): readonly string[] {
  if (platform !== 'linux' || env['XDG_SESSION_TYPE'] !== 'wayland' || (env['DISPLAY'] ?? '') === '') return [];
  return args.some((arg) => arg.startsWith('--ozone-platform')) ? [] : ['--ozone-platform=x11'];
}
