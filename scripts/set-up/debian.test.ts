import { describe, expect, it } from 'vitest';
import { isSnapStub, nameHere } from './debian.ts';

const CHROMIUM = 'Package: chromium\nDepends: libasound2 (>= 1.0.17), libatk1.0-0\n';
const UBUNTU_STUB = 'Package: chromium\nPre-Depends: debconf, snapd (>= 2.0)\nDescription: Transitional package\n';

describe("Debian's packages", () => {
  it('that only bring a snap are none', () => {
    expect(isSnapStub(UBUNTU_STUB)).toBe(true);
    expect(isSnapStub(CHROMIUM)).toBe(false);
    expect(nameHere('chromium', (name) => (name === 'chromium' ? UBUNTU_STUB : ''))).toBeUndefined();
    expect(nameHere('chromium', (name) => (name === 'chromium' ? CHROMIUM : ''))).toBe('chromium');
  });

  it('go by the name they have since time_t has 64 bits, where they do', () => {
    const trixie = new Set(['libasound2t64', 'libnss3']);
    const show = (name: string): string => (trixie.has(name) ? `Package: ${name}\n` : '');
    expect(['libasound2', 'libnss3', 'libgbm1'].map((name) => nameHere(name, show))).toEqual(['libasound2t64', 'libnss3', undefined]);
  });
});
