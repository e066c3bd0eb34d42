/** `npm run lint`: the format, both linters and the citations, whatever the one before says. `--fix` mends what can be mended. */
import path from 'node:path';
import { LINT, LINT_AND_MEND } from './checks.ts';
import { runStep } from './test-steps.ts';

const cwd = path.join(import.meta.dirname, '..');
for (const program of process.argv.includes('--fix') ? LINT_AND_MEND : LINT) {
  const { ok } = await runStep(program, { cwd, live: true });
  if (!ok) process.exitCode = 1;
}
