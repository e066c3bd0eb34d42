import { describe, expect, test } from 'vitest';
import { modeFound } from './mode-found.ts';
import type { FoundBook, ModeFound } from './mode-found.ts';
import { parseSettings } from './parse-settings.ts';

const NONE: FoundBook = { isUsed: false, openAt: [] };
const USED: FoundBook = { isUsed: true, openAt: [] };
const AT = { endpoint: 'https://seqr.example/soap', terminalId: '0001' };
const OPEN: FoundBook = { isUsed: true, openAt: [AT] };
const SECRET = { ...AT, sealedPassword: 'safe:v1:AAAA' };

function found(stored: unknown, live: FoundBook, practice: FoundBook = NONE): ModeFound {
  const { settings, ...rest } = parseSettings(stored);
  return modeFound({ get: () => settings, ...rest }, (mode) => (mode === 'live' ? live : practice));
}

describe('the mode in which a till starts (PF-15, PF-30)', () => {
  test.each<[what: string, stored: unknown, live: FoundBook, practice: FoundBook, expected: ModeFound]>([
    ['a first start', undefined, NONE, NONE, { mode: 'unset', told: null }],
    ['the mode of the settings', { mode: 'live' }, OPEN, NONE, { mode: 'live', told: null }],
    ['practice beside a book that is settled', { mode: 'practice' }, USED, NONE, { mode: 'practice', told: null }],
    ['practice, left', { mode: 'unset', practice: { done: true } }, NONE, OPEN, { mode: 'unset', told: null }],
    ['no settings, a used book', undefined, USED, NONE, { mode: 'live', told: 'settings.missing' }],
    ['no settings, a book of practice', {}, NONE, USED, { mode: 'unset', told: 'settings.missing' }],
    ['no settings, practice with an open payment', {}, NONE, OPEN, { mode: 'practice', told: 'settings.missing' }],
    ['a damaged mode, a used book', { mode: 'liv' }, USED, NONE, { mode: 'live', told: 'settings.mode-found' }],
    ['a damaged mode, the set-up done', { mode: 1, live: { done: true } }, NONE, NONE, { mode: 'live', told: 'settings.mode-found' }],
    [
      'a damaged mode, practice done',
      { mode: 'liv', practice: { done: true } },
      NONE,
      NONE,
      { mode: 'practice', told: 'settings.mode-found' },
    ],
    ['no mode in use beside a used book', { mode: 'unset' }, USED, NONE, { mode: 'live', told: 'settings.mode-found' }],
    [
      'practice beside an open payment that nobody can ask about',
      { mode: 'practice' },
      OPEN,
      NONE,
      { mode: 'practice', told: 'settings.live-open' },
    ],
    [
      'practice beside an open payment that can be asked about',
      { mode: 'practice', live: { terminalSecrets: [SECRET] } },
      OPEN,
      NONE,
      { mode: 'live', told: 'settings.mode-found' },
    ],
  ])('%s', (_, stored, live, practice, expected) => {
    expect(found(stored, live, practice)).toEqual(expected);
  });
});

describe('damaged settings', () => {
  const profile = { done: true, seqrId: 'FISK01', terminalSecrets: [SECRET], cashiers: [{ number: '1', name: 'Anna' }] };

  test('lose a field, and no other with it', () => {
    const { settings, damaged } = parseSettings({ mode: 'live', live: { ...profile, provedInMs: '12', testPaid: 'yes' } });
    expect(settings.live).toMatchObject({ ...profile, provedInMs: null, testPaid: false });
    expect(damaged).toEqual(['live.provedInMs', 'live.testPaid']);
  });

  test('have the keys of the actions that there are, however many were once taken', () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`action${index}`, 'F5']));
    const { settings, damaged } = parseSettings({ preferences: { shortcuts: { ...many, help: 'F5', note: 'x'.repeat(41) } } });
    expect(settings.preferences.shortcuts).toEqual({ help: 'F5' });
    expect(damaged).toEqual([]);
  });

  test('lose one of a list, and no other with it', () => {
    const { settings, damaged } = parseSettings({
      live: { ...profile, terminalSecrets: [{ ...SECRET, sealedPassword: 1 }, SECRET, null] },
    });
    expect(settings.live.terminalSecrets).toEqual([SECRET]);
    expect(damaged).toEqual(['live.terminalSecrets']);
  });

  test('lose a list that is none, and a part that is none', () => {
    const { settings, damaged } = parseSettings({ practice: 7, live: { ...profile, terminalSecrets: 'none', completed: [{}] } });
    expect(settings.live).toMatchObject({ done: true, terminalSecrets: [], completed: [] });
    expect(settings.practice.done).toBe(false);
    expect(damaged).toEqual(['practice', 'live.completed', 'live.terminalSecrets']);
  });
});
