/**
 * `npm test`: everything that can fail, in order, whether or not an earlier step failed. The last line is the sum:
 * lint, types and build count one each, then every unit test and every end-to-end test.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from './build.ts';
import { chooseRuntime } from './runtime.ts';

const ROOT = path.join(import.meta.dirname, '..');
const RESULTS = path.join(ROOT, 'test-results');
const UNIT_REPORT = path.join(RESULTS, 'vitest.json');
const E2E_REPORT = path.join(RESULTS, 'playwright.json');

interface Count {
  readonly passed: number;
  readonly failed: number;
}
const ONE_PASSED: Count = { passed: 1, failed: 0 };
const ONE_FAILED: Count = { passed: 0, failed: 1 };

function heading(text: string): void {
  process.stdout.write(`\n== ${text}\n`);
}

/** Runs a package's own program under this Node. @returns whether it ended well */
function run(program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const file = path.join(ROOT, 'node_modules', program);
  const options = { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } } as const;
  return spawnSync(process.execPath, [file, ...args], options).status === 0;
}

function one(ok: boolean): Count {
  return ok ? ONE_PASSED : ONE_FAILED;
}

/** A run that ended badly without a failed test, or left no report, is itself a failure. */
function fromReport(file: string, ok: boolean, read: (report: unknown) => Count): Count {
  if (!fs.existsSync(file)) return ONE_FAILED;
  const count = read(JSON.parse(fs.readFileSync(file, 'utf8')));
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function unitTests(): Count {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
  const ok = run('vitest/vitest.mjs', ['run', ...reporters]);
  return fromReport(UNIT_REPORT, ok, (report) => {
    const { numPassedTests, numTotalTests } = report as { numPassedTests: number; numTotalTests: number };
    // Skipped tests have not passed.
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
  });
}

function endToEndTests(): Count {
  const ok = run('@playwright/test/cli.js', ['test', '--config', 'e2e/playwright.config.ts'], { KASSA_E2E_REPORT: E2E_REPORT });
  return fromReport(E2E_REPORT, ok, (report) => {
    const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
  });
}

fs.rmSync(RESULTS, { recursive: true, force: true });
fs.mkdirSync(RESULTS, { recursive: true });
const choice = await chooseRuntime();

heading('Lint');
const lint = one(run('eslint/bin/eslint.js', ['.']));
heading('Types');
const types = one(run('typescript/bin/tsc', ['--noEmit', '-p', '.']));
heading('Unit tests');
const unit = unitTests();
heading('Build');
const built = one(build());
const runtime = choice.ok ? choice.runtime.sentence : choice.sentence;
heading(`End-to-end tests in ${runtime}`);
const endToEnd = choice.ok ? endToEndTests() : ONE_FAILED;

const counts = [lint, types, unit, built, endToEnd];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\nRuntime: ${runtime}\n\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
