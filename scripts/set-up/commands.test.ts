import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands.mjs';
import { isNeeds } from './machine.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const RUN = path.join(ROOT, 'scripts', 'run.js');
const { scripts } = JSON.parse(fs.readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

describe('the commands', () => {
  it('set themselves up: no npm script before or after one has to run', () => {
    expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([]);
    expect(scripts).toEqual(Object.fromEntries(Object.keys(scripts).map((name) => [name, `node scripts/run.js ${name}`])));
  });

  it('are known to run.js, with something to run', () => {
    expect(Object.keys(COMMANDS).toSorted()).toEqual(Object.keys(scripts).toSorted());
    for (const { entry, needs } of Object.values(COMMANDS)) {
      expect(fs.existsSync(path.join(ROOT, entry)), entry).toBe(true);
      expect(needs === 'packages' || isNeeds(needs), needs).toBe(true);
    }
  });

  it('name the commands there are to somebody who asks for another', () => {
    const { status, stderr } = spawnSync(process.execPath, [RUN, 'constructor'], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^There is no command constructor: .*start.*test/);
  });

  it('say so to a Node that is too old, in words of its time', () => {
    const asOld = `Object.defineProperty(process, 'versions', { value: { node: '12.22.9' } }); require(${JSON.stringify(RUN)})`;
    const { status, stderr } = spawnSync(process.execPath, ['-e', asOld], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Kassa needs Node 20 or newer .*nodejs\.org.*\n$/);
    const code = fs.readFileSync(RUN, 'utf8').replace(/\/\*[^]*?\*\//, '');
    expect(code).not.toMatch(/=>|`|\?\?|\?\.|\b(const|let|async|await)\b/);
  });
});
