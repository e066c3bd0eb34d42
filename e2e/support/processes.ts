/** Which processes belong to an application, by the system's own account: /proc on Linux, ps on macOS, CIM on Windows. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  /** It has ended, and its parent has not asked how: not alive any more. */
  readonly isZombie: boolean;
}

/** @param listed three columns without a heading: the process, its parent, its state (empty on Windows, which has no zombies) */
export function parseProcessList(listed: string): ProcessEntry[] {
  const lines = listed.split('\n').map((line) => /^\s*(\d+)\s+(\d+)\s*([A-Za-z]?)/.exec(line));
  return lines.flatMap((match) => {
    if (match === null) return [];
    return [{ pid: Number(match[1]), parent: Number(match[2]), isZombie: match[3] === 'Z' || match[3] === 'X' }];
  });
}

function fromProc(): ProcessEntry[] {
  const pids = fs.readdirSync('/proc').map(Number).filter(Number.isInteger);
  return pids.flatMap((pid) => {
    try {
      // The name in parentheses may hold spaces; the fields after it do not.
      const [state = '', parent = ''] = fs
        .readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return parseProcessList(`${pid} ${parent} ${state}`);
    } catch {
      return []; // It has ended meanwhile.
    }
  });
}

const CIM = 'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId)" }';

/** @throws if `all` does not hold this very process: a list that cannot be read must not look like an empty one */
export function believable(all: readonly ProcessEntry[]): readonly ProcessEntry[] {
  if (!all.some(({ pid }) => pid === process.pid)) throw new Error(`The processes of this machine (${process.platform}) cannot be listed`);
  return all;
}

/** @returns every process of this machine. @throws if they cannot be listed */
export function listProcesses(platform: NodeJS.Platform = process.platform): readonly ProcessEntry[] {
  const read = (program: string, args: readonly string[]): ProcessEntry[] =>
    parseProcessList(execFileSync(program, args, { encoding: 'utf8' }));
  if (platform === 'linux') return believable(fromProc());
  if (platform === 'win32') return believable(read('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', CIM]));
  return believable(read('ps', ['-A', '-o', 'pid=,ppid=,stat=']));
}

/** @returns those of `pids` that have not ended */
export function alive(pids: readonly number[]): number[] {
  const living = new Set(
    listProcesses()
      .filter(({ isZombie }) => !isZombie)
      .map(({ pid }) => pid),
  );
  return pids.filter((pid) => living.has(pid));
}

export function isAlive(pid: number): boolean {
  return alive([pid]).length > 0;
}

export function descendantsOf(pid: number): number[] {
  const all = listProcesses();
  const found = new Set([pid]);
  // A set also visits what is added to it meanwhile. A number used again can make a process its own ancestor.
  for (const parent of found) for (const entry of all) if (entry.parent === parent) found.add(entry.pid);
  found.delete(pid);
  return [...found];
}
