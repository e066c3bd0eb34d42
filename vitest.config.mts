import { defineConfig } from 'vitest/config';

const test = (name: string, include: readonly string[], isolate: boolean, exclude: readonly string[] = []) => ({
  test: { name, include: [...include], exclude: [...exclude], isolate, testTimeout: 30_000 },
});
/** These set up a whole process: its environment, the proxy of all its requests. */
const OF_THE_MACHINE = ['scripts/**/*.test.ts', 'e2e/machine/**/*.test.ts'];

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      // These leave nothing behind in a module, so that the next file need not load all of them again.
      test('till', ['src/**/*.test.ts', 'main/**/*.test.ts', 'renderer/**/*.test.ts', 'e2e/**/*.test.ts'], false, OF_THE_MACHINE),
      test('machine', OF_THE_MACHINE, true),
    ],
  },
});
