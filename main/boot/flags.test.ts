import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseFlags } from './flags.ts';

const APP = '/opt/kassa/app';
const parse = (...args: string[]): ReturnType<typeof parseFlags> => parseFlags(args, { appPath: APP, isInstalled: false });
const parseInstalled = (...args: string[]): ReturnType<typeof parseFlags> =>
  parseFlags(args, { appPath: `${APP}/app.asar`, isInstalled: true });

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

  it.each([['--data-dir'], ['--data-dir='], ['--data-dri=/tmp/x'], ['--demo'], ['-x'], ['/tmp/somewhere-else'], ['--']])(
    'refuses %s in one sentence that names the way out',
    (flag) => {
      const flags = parse(flag);
      expect(flags.kind).toBe('refused');
      expect(flags.kind === 'refused' && flags.sentence).toMatch(/^Kassa: .+\. Try --help\.$/);
    },
  );

  it('refuses a data folder given twice', () => {
    expect(parse('--data-dir=/a', '--data-dir=/b').kind).toBe('refused');
  });

  it('lets the runtime have its switches', () => {
    const args = ['--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '--user-data-dir=/tmp/x', '-psn_0_1234', APP];
    expect(parse(...args)).toEqual({ kind: 'run', dataDir: null });
  });
});

describe('an installed till', () => {
  it.each([
    '--inspect',
    '--inspect=0',
    '--inspect-brk',
    '--inspect-port=1',
    '-inspect',
    '--remote-debugging-port=9222',
    '--remote-debugging-port',
    '--remote-debugging-pipe',
    '--js-flags=--expose-gc',
    '--log-net-log=/tmp/net.json',
    '--no-sandbox',
    '--disable-setuid-sandbox',
    '--no-zygote',
    '--proxy-server=http://127.0.0.1:1',
    '--proxy-pac-url=http://x',
    '--enable-features=X',
    '--disable-features=X',
  ])('refuses %s in one sentence, whatever else is asked', (flag) => {
    for (const flags of [parseInstalled(flag), parseInstalled('--help', flag), parseInstalled('--data-dir=/tmp/x', flag)]) {
      expect(flags.kind).toBe('refused');
      expect(flags.kind === 'refused' && flags.sentence).toMatch(/^Kassa: an installed till does not take ".+": .+\. Try --help\.$/);
    }
  });

  it.each([
    '--load-extension=/tmp/x',
    '--disable-web-security',
    '--disable-site-isolation-trials',
    '--allow-file-access-from-files',
    '--host-rules=MAP * x',
    '--ignore-certificate-errors',
    '--unsafely-treat-insecure-origin-as-secure=http://x',
    '--renderer-cmd-prefix=x',
    '--utility-cmd-prefix=x',
    '--single-process',
    '--auto-open-devtools-for-tabs',
    '--enable-automation',
    '--ssl-key-log-file=/tmp/k',
    '--Remote-Debugging-Port=1',
    '/remote-debugging-port=1',
  ])('refuses %s, as every till does', (flag) => {
    expect(parseInstalled(flag).kind).toBe('refused');
    expect(parse(flag).kind).toBe('refused');
  });

  it('takes what gets it onto its screen, and a folder for its data', () => {
    expect(parseInstalled('--ozone-platform=x11', '--force-device-scale-factor=2', '--lang=sv', '--data-dir=/tmp/x', '-psn_0_1')).toEqual({
      kind: 'run',
      dataDir: resolve('/tmp/x'),
    });
  });
});
