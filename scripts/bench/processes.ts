import fs from 'node:fs';
import { descendantsOf } from '../../e2e/support/processes.ts';

/** A page that several processes share counts in parts. A process that ends while it is asked counts nothing. */
function proportionalBytes(pid: number): number {
  try {
    const [, kilobytes] = /^Pss:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

/** @returns what a process and all below it hold of the machine's memory, in bytes. @throws where the system does not tell */
export function treeBytes(pid: number): number {
  if (!fs.existsSync(`/proc/${pid}/smaps_rollup`)) throw new Error('this system does not tell how much memory a process holds');
  return [pid, ...descendantsOf(pid)].reduce((sum, each) => sum + proportionalBytes(each), 0);
}
