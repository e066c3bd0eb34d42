import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFlags } from './flags.ts';

const APP = '/opt/kassa/app';
const parse = (...args: string[]): ReturnType<typeof parseFlags> => parseFlags(args, APP);

describe('flags', () => {
  it('runs without any', () => {
    expect(parse()).toEqual({ kind: 'run', dataDir: null });
  });

  it('ignores the folder of the application itself, however it is written', () => {
    expect(parse('/opt/kassa/../kassa/app/')).toEqual({ kind: 'run', dataDir: null });
  });

  it('makes the data folder absolute', () => {
    expect(parse('--data-dir=till-2')).toEqual({ kind: 'run', dataDir: resolve('till-2') });
  });

  it.each([['--help'], ['-h']])('%s asks for help', (flag) => {
    expect(parse(flag, '--no-sandbox')).toEqual({ kind: 'help' });
  });

  it.each([
    ['--data-dir'],
    ['--data-dir='],
    ['--data-dri=/tmp/x'],
    ['--demo'],
    ['-x'],
    ['/tmp/somewhere-else'],
    ['--'],
  ])('refuses %s in one sentence that names the way out', (flag) => {
    const flags = parse(flag);
    expect(flags.kind).toBe('refused');
    expect(flags.kind === 'refused' && flags.sentence).toMatch(/^Kassa: .+\. Try --help\.$/);
  });

  it('refuses a data folder given twice', () => {
    expect(parse('--data-dir=/a', '--data-dir=/b').kind).toBe('refused');
  });

  it('lets the runtime have its switches', () => {
    const args = ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '--user-data-dir=/tmp/x', '-psn_0_1234', APP];
    expect(parse(...args)).toEqual({ kind: 'run', dataDir: null });
  });
});
