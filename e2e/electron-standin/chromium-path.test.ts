import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from './chromium-path.ts';

let dir = '';
beforeEach(() => void (dir = fs.mkdtempSync(path.join(os.tmpdir(), 'kassa-chromium-'))));
afterEach(() => fs.rmSync(dir, { recursive: true }));

const put = (name: string, text: string): string => {
  const file = path.join(dir, name);
  fs.writeFileSync(file, text);
  return file;
};
const find = (): string | undefined => findChromium(dir, path.join(dir, 'none'), []);

describe("the stand-in's browser", () => {
  it("is Debian's Chromium, or any Chrome on the path", () => {
    expect(find()).toBeUndefined();
    const chrome = put('google-chrome-stable', '#!/bin/bash\nexec -a "$0" "$HERE/chrome" "$@"\n');
    expect(find()).toBe(chrome);
    expect(findChromium(dir, put('debian', ''), [])).toBe(path.join(dir, 'debian'));
  });

  it('is no snap, which is shut off from the profile and the pipe', () => {
    put('chromium-browser', '#!/bin/sh\nexec /snap/bin/chromium "$@"\n');
    put('snap', '');
    fs.symlinkSync(path.join(dir, 'snap'), path.join(dir, 'chromium'));
    expect(find()).toBeUndefined();
    const chrome = put('google-chrome', '');
    expect(find()).toBe(chrome);
  });
});
