import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';

/** What decides about money without a till around it; each builds on those before it. */
const FOLDERS = ['money', 'sale', 'payment', 'disbursement'];

/**
 * The first test that notices a mutant ends its run: so what others build on comes first, where they would make examples of it
 * without end, and what walks through a whole machine comes last.
 */
class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      moduleId.endsWith('chart.test.ts') ? FOLDERS.length : FOLDERS.findIndex((folder) => moduleId.includes(`/src/${folder}/`));
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b));
  }
}

/** The tests of these folders; `npm run mutants` runs them again and again. */
export default defineConfig({
  root: path.join(import.meta.dirname, '..', '..'),
  test: {
    include: FOLDERS.map((folder) => `src/${folder}/**/*.test.ts`),
    setupFiles: ['scripts/mutants/first-counterexample.ts'],
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: QuickFirst },
  },
});
