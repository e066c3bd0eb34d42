import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyBeside, makeDurable, openOrSetAside } from './set-aside.ts';

const NOW = new Date('2026-11-23T18:42:00.123Z');
const folderWith = (text: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'kassa-settings-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'settings.json'), text);
  return folder;
};
const parse = (path: string) => (): unknown =>
  readdirSync(join(path, '..')).includes('settings.json') ? JSON.parse(readFileSync(path, 'utf8')) : {};

describe('a settings file', () => {
  it('that can be read stays where it is', () => {
    const path = join(folderWith('{"a":1}'), 'settings.json');
    expect(openOrSetAside(path, NOW, parse(path))).toEqual({ opened: { a: 1 }, damagedFile: null });
  });

  it('that is damaged is kept under another name, and the till starts with none', () => {
    const folder = folderWith('{"a":');
    const path = join(folder, 'settings.json');
    expect(openOrSetAside(path, NOW, parse(path))).toEqual({ opened: {}, damagedFile: 'settings.damaged-2026-11-23T18-42-00-123Z.json' });
    expect(readFileSync(join(folder, 'settings.damaged-2026-11-23T18-42-00-123Z.json'), 'utf8')).toBe('{"a":');
  });

  it('does not hide an error that has another cause', () => {
    const path = join(folderWith('{}'), 'settings.json');
    const broken = (): never => {
      throw new Error('no permission');
    };
    expect(() => openOrSetAside(path, NOW, broken)).toThrow('no permission');
  });

  it('of an older form is kept under its version, for nobody else to read', () => {
    const folder = folderWith('{"a":1}');
    const path = join(folder, 'settings.json');
    chmodSync(path, 0o600);
    copyBeside(path, 1);
    expect(readFileSync(join(folder, 'settings.v1.json'), 'utf8')).toBe('{"a":1}');
    if (process.platform !== 'win32') expect(statSync(join(folder, 'settings.v1.json')).mode & 0o777).toBe(0o600);
  });

  it('can be made durable', () => {
    expect(() => makeDurable(join(folderWith('{}'), 'settings.json'))).not.toThrow();
  });
});
