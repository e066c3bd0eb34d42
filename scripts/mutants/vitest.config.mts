import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** The first test that notices a mutant ends its run, so the one that walks through a whole machine comes last. */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isWalk = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith('chart.test.ts');
    return (await super.sort(files)).sort((a, b) => Number(isWalk(a)) - Number(isWalk(b)));
  }
}

/** The tests of the folders that decide about money without a till around them; `npm run mutants` runs them again and again. */
export default defineConfig({
  root: path.join(import.meta.dirname, '..', '..'),
  test: {
    include: ['money', 'sale', 'payment', 'disbursement'].map((folder) => `src/${folder}/**/*.test.ts`),
    setupFiles: ['scripts/mutants/first-counterexample.ts'],
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: QuickFirst },
  },
});
