import { describe, expect, it } from 'vitest';
import { RETRY_AFTER_MS, choose, chooseWithout } from './choice.ts';
import type { Situation } from './choice.ts';

const NOW_MS = 1_000_000_000_000;
const bare: Situation = { wish: undefined, platform: 'linux', override: undefined, isFetched: false, failedAtMs: undefined, nowMs: NOW_MS };
const justFailed = { failedAtMs: NOW_MS - 1_000 };

describe('the program that runs Kassa', () => {
  it('is the Electron that is given, before one that was fetched', () => {
    expect(choose({ ...bare, isFetched: true, override: { dir: '/e', hasElectron: true } })).toEqual({ use: 'override' });
    expect(choose({ ...bare, isFetched: true })).toEqual({ use: 'fetched' });
  });

  it('is not another one in silence when the given folder has none', () => {
    const choice = choose({ ...bare, isFetched: true, override: { dir: '/e', hasElectron: false } });
    expect(choice).toMatchObject({ use: 'nothing', sentence: expect.stringContaining('/e') as string });
  });

  it('is fetched if it is not there', () => {
    expect(choose(bare)).toEqual({ use: 'download' });
  });

  it('is the stand-in for an hour after fetching failed', () => {
    expect(choose({ ...bare, ...justFailed })).toEqual({ use: 'stand-in' });
    expect(choose({ ...bare, failedAtMs: NOW_MS - RETRY_AFTER_MS })).toEqual({ use: 'download' });
    expect(choose({ ...bare, failedAtMs: NOW_MS + 1 }), 'the clock was wrong').toEqual({ use: 'download' });
  });

  it('is tried for again at once where there is no stand-in, or Electron is asked for', () => {
    expect(choose({ ...bare, ...justFailed, platform: 'win32' })).toEqual({ use: 'download' });
    expect(choose({ ...bare, ...justFailed, wish: 'electron' })).toEqual({ use: 'download' });
  });

  it('is without Electron the stand-in on Linux, and elsewhere a sentence that says why and what to do', () => {
    expect(chooseWithout(bare, 'the disk is full')).toEqual({ use: 'stand-in' });
    for (const other of [{ platform: 'win32' }, { platform: 'darwin' }, { wish: 'electron' }] as const) {
      const choice = chooseWithout({ ...bare, ...other }, 'the disk is full');
      expect(choice).toMatchObject({
        use: 'nothing',
        sentence: expect.stringMatching(/the disk is full.*HTTPS_PROXY.*ELECTRON_OVERRIDE_DIST_PATH/) as string,
      });
    }
  });

  it('is what KASSA_RUNTIME says, if that can be', () => {
    expect(choose({ ...bare, isFetched: true, wish: 'stand-in' })).toEqual({ use: 'stand-in' });
    expect(choose({ ...bare, wish: 'stand-in', platform: 'darwin' })).toMatchObject({ use: 'nothing' });
    expect(choose({ ...bare, wish: 'Electron' })).toMatchObject({
      use: 'nothing',
      sentence: 'KASSA_RUNTIME is electron or stand-in, not "Electron".',
    });
  });
});
