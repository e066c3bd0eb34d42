/** End-to-end tests: the contract with Electron, and Kassa itself as it is built. */
import os from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { hasOwnDisplays } from './machine/display.ts';
import { hasPrintServer } from './support/cups.ts';

const root = path.join(import.meta.dirname, '..');
/** Files by what they need, in their names. `posix`: signals that a program can hear, which Windows has not. */
const absent = {
  cups: !hasPrintServer(),
  linux: process.platform !== 'linux',
  posix: process.platform === 'win32',
};
/** Each makes shops of its own: more would set up more than they test. */
const MOST_WORKERS = 6;
const report = process.env['KASSA_E2E_REPORT'] ?? path.join(root, 'test-results', 'playwright.json');

export default defineConfig({
  testDir: '.',
  tsconfig: '../tsconfig.tools.json',
  testMatch: ['contract/**/*.spec.ts', 'specs/**/*.spec.ts'],
  // Proofs on paper need a printer that a test can own; global-setup.ts says so where there is none.
  testIgnore: Object.entries(absent).flatMap(([need, isAbsent]) => (isAbsent ? [`**/*.${need}.spec.ts`] : [])),
  outputDir: path.join(root, 'test-results', 'playwright'),
  globalSetup: './support/global-setup.ts',
  // Each with a display of its own: two windows under one pointer and one focus disturb each other. One more than there
  // are cores, since each waits for SEQR's seconds about a fifth of its time.
  workers: hasOwnDisplays() ? Math.min(os.availableParallelism() + 1, MOST_WORKERS) : 1,
  // A test is given to whoever is free, so that all end together; no test relies on the one before it.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // Long for a test, short for one that hangs: a busy machine of two cores takes three times as long as a quiet one.
  timeout: 180_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: report }]],
});
