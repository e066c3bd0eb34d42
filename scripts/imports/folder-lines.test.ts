import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foldersFrom, lineOf } from './folder-lines.ts';
import { ROOMS_OF_CODE } from './read-imports.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');
const LONGEST = 140;
const folders = ROOMS_OF_CODE.flatMap((folder) => foldersFrom(ROOT, folder));

describe('a folder', () => {
  it('opens with one line in its README.md that says what lives in it', () => {
    expect(folders.length).toBeGreaterThan(80);
    expect(folders.filter((folder) => !/^\S.*\.$/.test(lineOf(ROOT, folder) ?? ''))).toEqual([]);
    expect(folders.filter((folder) => (lineOf(ROOT, folder) ?? '').length > LONGEST)).toEqual([]);
  });

  it('says something that no other says', () => {
    const lines = folders.map((folder) => lineOf(ROOT, folder));
    expect(new Set(lines).size).toBe(folders.length);
  });
});
