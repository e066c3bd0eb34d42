import { defineConfig } from 'vitest/config';

const test = (name: string, include: readonly string[], isolate: boolean) => ({
  test: { name, include: [...include], isolate, testTimeout: 30_000 },
});

export default defineConfig({
  test: {
    passWithNoTests: false,
    projects: [
      // These leave nothing behind in a module, so that the next file need not load all of them again.
      test('till', ['src/**/*.test.ts', 'main/**/*.test.ts', 'renderer/**/*.test.ts', 'e2e/**/*.test.ts'], false),
      // These set up a whole process: its environment, the proxy of all its requests.
      test('scripts', ['scripts/**/*.test.ts'], true),
    ],
  },
});
