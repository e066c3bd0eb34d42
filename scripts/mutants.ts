/**
 * `npm run mutants`: Stryker makes the code of the pure money folders wrong in small ways, one at a time, and runs their tests;
 * a mutant that no test notices is listed. What was looked at before and has not changed is not looked at again. More flags are
 * Stryker's own (`npm run mutants -- --mutate src/money/vat.ts`). The report is a page in mutants-output/.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..');
const STRYKER = path.join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const CONFIG = path.join('scripts', 'mutants', 'stryker.config.json');

const { status } = spawnSync(process.execPath, [STRYKER, 'run', CONFIG, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
process.exitCode = status ?? 1;
