import { describe, expect, it } from 'vitest';
import { control, copyright, DESKTOP_ENTRY } from './deb.ts';

const CONTROL = control({ version: '1.2.3', architecture: 'amd64', maintainer: 'A <a@b>', installedKiB: 12 });
const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(CONTROL)?.[1] ?? '';

describe('the .deb', () => {
  it('says what it is', () => {
    expect([field('Package'), field('Version'), field('Architecture'), field('Maintainer'), field('Installed-Size')]).toEqual([
      'kassa',
      '1.2.3',
      'amd64',
      'A <a@b>',
      '12',
    ]);
    expect(CONTROL.endsWith('\n')).toBe(true);
  });

  it('depends on what Electron needs, under the names of Debian 12 and of those after it', () => {
    const depends = field('Depends').split(', ');
    expect(depends).toEqual(
      expect.arrayContaining(['libnss3', 'libgbm1', 'libsecret-1-0', 'libgtk-3-0t64 | libgtk-3-0', 'libasound2t64 | libasound2']),
    );
    expect(new Set(depends).size).toBe(depends.length);
  });

  it('recommends what prints and keeps passwords, and does not insist', () => {
    expect(field('Recommends')).toContain('cups-client');
    expect(field('Depends')).not.toContain('cups-client');
  });

  it('has a description that Debian can read: every further line is indented', () => {
    const lines = CONTROL.slice(CONTROL.indexOf('Description:')).trimEnd().split('\n').slice(1);
    expect(lines.every((line) => line.startsWith(' ') && line.length <= 80)).toBe(true);
  });

  it('starts the till from the menu, with nothing else on the command line', () => {
    expect(DESKTOP_ENTRY).toMatch(/^Exec=\/usr\/bin\/kassa$/m);
  });

  it('says under which licence it comes, and where the others are', () => {
    const text = copyright('One.\n\nTwo.\n');
    expect(text).toContain('License: Expat\n One.\n .\n Two.\n');
    expect(text).toContain('/usr/lib/kassa/resources/third-party-licences.txt');
  });
});
