import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { alive, believable, descendantsOf, listProcesses, parseProcessList } from './processes.ts';

describe("the machine's processes", () => {
  it('are read from columns, as macOS and Windows give them', () => {
    expect(parseProcessList('    1     0 Ss\n  501     1 R+\n  777   501 Z\n')).toEqual([
      { pid: 1, parent: 0, isZombie: false },
      { pid: 501, parent: 1, isZombie: false },
      { pid: 777, parent: 501, isZombie: true },
    ]);
    expect(parseProcessList('0 0\r\n4 0\r\n')).toHaveLength(2);
    expect(parseProcessList('no list\n')).toEqual([]);
  });

  it('hold what this one has started, until it has ended', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const pid = child.pid ?? 0;
    expect(descendantsOf(process.pid)).toContain(pid);
    expect(alive([pid])).toEqual([pid]);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    await ended;
    expect(alive([pid])).toEqual([]);
  });

  it('are an error, not none, where they cannot be listed', () => {
    const elsewhere = process.platform === 'win32' ? 'darwin' : 'win32';
    expect(() => listProcesses(elsewhere)).toThrow();
    expect(() => believable([{ pid: process.pid + 1, parent: 1, isZombie: false }])).toThrow('cannot be listed');
  });
});
