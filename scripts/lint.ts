/** `npm run lint`: both linters and the citations, whatever the one before says. Arguments, such as --fix, go to the linters. */
import path from 'node:path';
import { CITATIONS, ESLINT, OXLINT } from './checks.ts';
import { runStep } from './test-steps.ts';

const cwd = path.join(import.meta.dirname, '..');
const given = process.argv.slice(2);
for (const { file, args } of [...[OXLINT, ESLINT].map((linter) => ({ ...linter, args: [...linter.args, ...given] })), CITATIONS]) {
  const { ok } = await runStep({ file, args }, { cwd, live: true });
  if (!ok) process.exitCode = 1;
}
