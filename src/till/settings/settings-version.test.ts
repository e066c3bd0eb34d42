import { describe, expect, it } from 'vitest';
import { NewerFileError } from '../../records/index.ts';
import type { SettingsStore } from '../ports.ts';
import { keepSettings } from './settings-keeper.ts';
import { lastVersion, SETTINGS_STEPS } from './settings-version.ts';
import type { SettingsStep } from './settings-version.ts';

const VERSION = lastVersion(SETTINGS_STEPS);

/** A settings file in memory; `copies` by their version. */
interface MemoryStore extends SettingsStore {
  stored: unknown;
  readonly copies: Map<number, unknown>;
}
function storeOf(stored: unknown): MemoryStore {
  const store: MemoryStore = {
    stored,
    copies: new Map(),
    load: () => store.stored,
    save: (settings) => void (store.stored = settings),
    keepCopy: (version) => void store.copies.set(version, store.stored),
    keepDamaged: () => undefined,
  };
  return store;
}
const keep = (store: SettingsStore, steps?: readonly SettingsStep[]) =>
  keepSettings(store, () => '2026-11-27T12:00:00.000+01:00', { log: () => undefined, appVersion: '0.0.0' }, steps);

describe('the settings', () => {
  it('are written with their version, and of before there was one are the first', () => {
    const store = storeOf({ mode: 'live' });
    const settings = keep(store);
    expect(settings.wasDamaged).toBe(false);
    settings.save({});
    expect(store.stored).toMatchObject({ version: VERSION, mode: 'live' });
    expect(store.copies.size).toBe(0);
    expect(keep(store).get().mode).toBe('live');
  });

  it.each([VERSION + 1, 99])('of version %i are a newer Kassa’s: refused, and not touched', (version) => {
    const stored = { version, mode: 'live', live: { terminalSecrets: ['in a form of tomorrow'] } };
    const store = storeOf(stored);
    expect(() => keep(store)).toThrow(NewerFileError);
    expect(store.stored).toBe(stored);
    expect(store.copies.size).toBe(0);
  });

  const renamed: SettingsStep = {
    to: 2,
    change: ({ kind, ...rest }) => ({ ...rest, mode: kind === 'real' ? 'live' : kind }),
  };
  const shouted: SettingsStep = { to: 3, change: (stored) => ({ ...stored, preferences: { language: 'sv' } }) };

  it('of an older version go forward step by step; the old file is kept before the first new one is written', () => {
    const old = { kind: 'real' };
    const store = storeOf(old);
    const settings = keep(store, [renamed, shouted]);
    expect(settings.get()).toMatchObject({ mode: 'live', preferences: { language: 'sv' } });
    expect([store.stored, store.copies.size]).toEqual([old, 0]);
    expect(settings.save({ mode: 'practice' })).toBe(true);
    expect(store.copies).toEqual(new Map([[1, old]]));
    expect(store.stored).toMatchObject({ version: 3, mode: 'practice' });
    settings.save({ mode: 'live' });
    expect(store.copies).toEqual(new Map([[1, old]]));
  });

  it('take only the steps that they lack', () => {
    expect(keep(storeOf({ version: 2, mode: 'practice' }), [renamed, shouted]).get()).toMatchObject({
      mode: 'practice',
      preferences: { language: 'sv' },
    });
  });

  it('are not written over an old file that could not be kept', () => {
    const old = { kind: 'real' };
    const store = storeOf(old);
    let isFull = true;
    const settings = keep(
      {
        ...store,
        save: (settings) => store.save(settings),
        keepCopy(version) {
          if (isFull) throw new Error('no space');
          store.keepCopy(version);
        },
      },
      [renamed],
    );
    expect(settings.save({ mode: 'practice' })).toBe(false);
    expect(store.stored).toBe(old);
    isFull = false;
    expect(settings.save({ mode: 'practice' })).toBe(true);
    expect(store.copies).toEqual(new Map([[1, old]]));
  });
});
