/** Which processes belong to an application, by the system's own account (Linux; elsewhere none are found). */
import fs from 'node:fs';

interface ProcessStat {
  readonly parent: number;
  readonly state: string;
}

function statOf(pid: number): ProcessStat | undefined {
  try {
    // The name in parentheses may hold spaces; the fields after it do not.
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ');
    return { state: fields[0] ?? '', parent: Number(fields[1]) };
  } catch {
    return undefined;
  }
}

/** A process that has ended but not been collected by its parent does not count as alive. */
export function isAlive(pid: number): boolean {
  const state = statOf(pid)?.state;
  return state !== undefined && state !== 'Z' && state !== 'X';
}

export function descendantsOf(pid: number): number[] {
  if (!fs.existsSync('/proc')) return [];
  const pids = fs.readdirSync('/proc').map(Number).filter(Number.isInteger);
  const children = pids.filter((candidate) => statOf(candidate)?.parent === pid);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}
