/** What every end-to-end test stands on: a display of its worker's own, and no error that nobody caught. */
import { expect, test as base } from '@playwright/test';
import { hasOwnDisplays, openDisplay, openVirtualDisplay } from '../machine/display.ts';
import { takeMishaps } from './mishaps.ts';

interface WorkerFixtures {
  /** Two windows under one pointer and one focus disturb each other. */
  readonly display: undefined;
}
interface Fixtures {
  /** What is no mishap in any test of a file. */
  readonly tolerated: readonly RegExp[];
  /** A test that makes something go wrong says so: what matches is expected, and has to happen. */
  readonly expectMishap: (pattern: RegExp) => void;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  display: [
    async ({}, use) => {
      const { name, stop } = hasOwnDisplays() ? await openVirtualDisplay() : await openDisplay();
      if (name !== undefined) {
        delete process.env['WAYLAND_DISPLAY'];
        process.env['DISPLAY'] = name;
      }
      await use(undefined);
      stop();
      expect(takeMishaps(), 'errors that nobody caught, while what the tests shared was ended').toEqual([]);
    },
    { scope: 'worker', auto: true },
  ],
  tolerated: [[], { option: true }],
  expectMishap: [
    async ({ tolerated }, use) => {
      const expected: RegExp[] = [];
      await use((pattern) => void expected.push(pattern));
      const seen = [...takeMishaps()];
      for (const pattern of expected) {
        await expect.poll(() => seen.push(...takeMishaps()) && seen.join('\n'), `${String(pattern)} was to be expected`).toMatch(pattern);
      }
      const known = [...tolerated, ...expected];
      expect(
        seen.filter((each) => !known.some((pattern) => pattern.test(each))),
        'errors that nobody caught',
      ).toEqual([]);
    },
    { auto: true },
  ],
});
export { expect } from '@playwright/test';
