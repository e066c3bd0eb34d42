/**
 * `npm test`: everything that can fail, whether or not another step failed. The last line is the sum: lint, types and
 * build count one each, then every unit test and every end-to-end test.
 *
 * Unit tests spend much of their time waiting, so lint, types and build run beside them, one after the other and at a
 * lower priority: they take what the tests leave of the machine. The end-to-end tests watch real deadlines and have the
 * machine for themselves afterwards.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chooseRuntime } from '../e2e/machine/runtime.ts';
import { LINT, TYPES } from './checks.ts';
import { endAllWith, runStep } from './test-steps.ts';
import type { Outcome, Program } from './test-steps.ts';

const ROOT = path.join(import.meta.dirname, '..');
const RESULTS = path.join(ROOT, 'test-results');
const UNIT_REPORT = path.join(RESULTS, 'vitest.json');
const E2E_REPORT = path.join(RESULTS, 'playwright.json');

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const packaged = (file: string): string => path.join(ROOT, 'node_modules', file);
const BUILD: Program = { file: path.join(ROOT, 'scripts', 'build.ts'), args: [] };
const UNIT: Program = {
  file: packaged('vitest/vitest.mjs'),
  args: [
    'run',
    `--maxWorkers=${os.availableParallelism() + 1}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT_REPORT}`,
  ],
};
const E2E: Program = {
  file: packaged('@playwright/test/cli.js'),
  args: ['test', '--config', 'e2e/playwright.config.ts'],
  env: { KASSA_E2E_REPORT: E2E_REPORT },
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

function heading(text: string): void {
  process.stdout.write(`\n== ${text}\n`);
}

/** Prints a step that ran out of sight, whole. */
function show(title: string, outcomes: readonly Outcome[]): void {
  heading(`${title} (${seconds(outcomes.reduce((sum, { tookMs }) => sum + tookMs, 0))})`);
  for (const { output } of outcomes) process.stdout.write(output);
}

function one(outcomes: readonly Outcome[]): Count {
  return outcomes.every(({ ok }) => ok) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A run that ended badly without a failed test, or left no report, is itself a failure. */
function fromReport(file: string, ok: boolean, read: (report: unknown) => Count): Count {
  if (!fs.existsSync(file)) return { passed: 0, failed: 1 };
  const count = read(JSON.parse(fs.readFileSync(file, 'utf8')));
  return !ok && count.failed === 0 ? { ...count, failed: 1 } : count;
}

function unitCount(report: unknown): Count {
  const { numPassedTests, numTotalTests } = report as { numPassedTests: number; numTotalTests: number };
  // Skipped tests have not passed.
  return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
}

function endToEndCount(report: unknown): Count {
  const { stats } = report as { stats: { expected: number; unexpected: number; flaky: number; skipped: number } };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
}

/** Lint, types and build, one after the other. */
async function besideTheTests(): Promise<{ lint: Outcome[]; types: Outcome[]; build: Outcome[] }> {
  const aside = { cwd: ROOT, aside: true };
  const build = [await runStep(BUILD, aside)];
  const types = [await runStep(TYPES, aside)];
  const lint: Outcome[] = [];
  for (const program of LINT) lint.push(await runStep(program, aside));
  return { lint, types, build };
}

fs.rmSync(RESULTS, { recursive: true, force: true });
fs.mkdirSync(RESULTS, { recursive: true });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void endAllWith(signal));
const choice = await chooseRuntime();

process.stdout.write('Lint, types and build beside the unit tests …\n');
const [{ lint, types, build }, unit] = await Promise.all([besideTheTests(), runStep(UNIT, { cwd: ROOT })]);
show('Lint', lint);
show('Types', types);
show('Unit tests', [unit]);
show('Build', build);

const runtime = choice.ok ? choice.runtime.sentence : choice.sentence;
heading(`End-to-end tests in ${runtime}`);
const e2e = choice.ok ? await runStep(E2E, { cwd: ROOT, live: true }) : { ok: false, output: '', tookMs: 0 };
process.stdout.write(`(${seconds(e2e.tookMs)})\n`);

const counts = [
  one(lint),
  one(types),
  fromReport(UNIT_REPORT, unit.ok, unitCount),
  one(build),
  fromReport(E2E_REPORT, e2e.ok, endToEndCount),
];
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.stdout.write(`\nRuntime: ${runtime}\n\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 ? 0 : 1;
