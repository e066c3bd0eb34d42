import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

const test = (name: string, include: readonly string[], isolate: boolean, exclude: readonly string[] = []) => ({
  test: { name, include: [...include], exclude: [...exclude], isolate, testTimeout: 30_000 },
});
/** What stands apart like a package, by its folder. */
const PACKAGES = { simulator: 'src/simulator', conformance: 'src/conformance', 'stand-in': 'e2e/electron-standin' };
const testsOf = (folder: string): string => `${folder}/**/*.test.ts`;
/** These set up a whole process: its environment, the proxy of all its requests. */
const OF_THE_MACHINE = ['scripts', 'e2e/machine'].map(testsOf);
/** Real processes, as many side by side as the machine has processors: these run when all others are done. */
const CRASHES = ['scripts/torture/kills.test.ts'];
const crashes = test('crashes', CRASHES, true);

/** These wait for a till's clock most of their time: begun first, they leave the processors to all the others. */
const WAITING = ['src/till/next-sale.test.ts', 'src/till/end-of-day/close.test.ts', 'src/till/payments/give-back.test.ts'];

class WaitingFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isWaiting = ({ moduleId }: TestSpecification): boolean => WAITING.some((file) => moduleId.endsWith(file));
    const sorted = await super.sort(files);
    return [...sorted.filter(isWaiting), ...sorted.filter((file) => !isWaiting(file))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: WaitingFirst },
    passWithNoTests: false,
    projects: [
      // These leave nothing behind in a module, so that the next file need not load all of them again.
      test('till', ['src', 'main', 'renderer', 'e2e'].map(testsOf), false, [...OF_THE_MACHINE, ...Object.values(PACKAGES).map(testsOf)]),
      ...Object.entries(PACKAGES).map(([name, folder]) => test(name, [testsOf(folder)], false)),
      test('machine', OF_THE_MACHINE, true, CRASHES),
      { test: { ...crashes.test, sequence: { groupOrder: 1 } } },
    ],
  },
});
