/** `npm run lint`: both linters, whatever the first one says. Arguments, such as --fix, go to both. */
import path from 'node:path';
import { ESLINT, OXLINT } from './checks.ts';
import { runStep } from './test-steps.ts';

const cwd = path.join(import.meta.dirname, '..');
for (const { file, args } of [OXLINT, ESLINT]) {
  const { ok } = await runStep({ file, args: [...args, ...process.argv.slice(2)] }, { cwd, live: true });
  if (!ok) process.exitCode = 1;
}
