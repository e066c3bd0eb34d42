import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { namesOfFolders, openDataFolder } from './data-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kassa-folder-'));
});
afterEach(() => rmSync(root, { recursive: true }));
const app = { getPath: () => root, setPath: () => undefined };

describe('the folder of the data', () => {
  it.each(['logs', 'simulator'])('with something else in the place of %s is opened all the same: a till can ask without it', (name) => {
    writeFileSync(join(root, name), 'in the way');
    expect(openDataFolder(app, null)).toEqual(namesOfFolders(root));
  });

  it('with something else in the place of the journals is not: the box says what is in the way', () => {
    writeFileSync(join(root, 'journals'), 'in the way');
    expect(() => openDataFolder(app, null)).toThrow(expect.objectContaining({ code: 'EEXIST' }));
  });

  it('that cannot be made is not', () => {
    writeFileSync(join(root, 'file'), 'no folder');
    expect(() => openDataFolder(app, join(root, 'file', 'data'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }));
  });
});
