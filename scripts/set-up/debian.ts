/** Debian's package manager, as far as setting up needs it; Ubuntu's and other children's is the same. */
import { spawnSync } from 'node:child_process';

/** What installing came to: what is not there although it was asked for, and why. */
export interface Installed {
  readonly refused: readonly string[];
  readonly said: string;
}

function run(program: string, args: readonly string[]): { readonly ok: boolean; readonly stdout: string; readonly stderr: string } {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], env });
  if (error !== undefined) return { ok: false, stdout: '', stderr: error.message };
  return { ok: status === 0, stdout, stderr };
}

/** @param record what `apt-cache show` prints @returns whether the package only brings a snap, which is no use here */
export function isSnapStub(record: string): boolean {
  return /^(Pre-)?Depends:.*\bsnapd\b/m.test(record);
}

/**
 * Since `time_t` has 64 bits, some libraries' packages have another name.
 * @param show the record of a package; empty if there is none
 * @returns the name by which this system has it; undefined if it has none, or a snap only
 */
export function nameHere(name: string, show: (name: string) => string): string | undefined {
  return [`${name}t64`, name].find((candidate) => {
    const record = show(candidate);
    return record !== '' && !isSnapStub(record);
  });
}

function show(name: string): string {
  const { ok, stdout } = run('apt-cache', ['show', '--no-all-versions', name]);
  return ok ? stdout : '';
}

export function installCommand(names: readonly string[]): string {
  return `apt-get install --no-install-recommends ${names.join(' ')}`;
}

/** Installs what this system has of `names`. Needs root. */
export function install(names: readonly string[]): Installed {
  const updated = run('apt-get', ['update', '-qq']);
  const here = new Map(names.map((name) => [name, nameHere(name, show)]));
  const known = [...here.values()].filter((name) => name !== undefined);
  const unknown = names.filter((name) => here.get(name) === undefined);
  if (known.length === 0) return { refused: unknown, said: updated.stderr.trim() };
  const { ok, stderr } = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...known]);
  return ok ? { refused: unknown, said: updated.stderr.trim() } : { refused: names, said: stderr.trim() };
}
