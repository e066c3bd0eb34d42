// @ts-check
/**
 * What `npm start`, `npm test` and `npm run NAME` run, and what each needs before.
 *
 * `packages`: the npm packages and Node 24. `window`: also something that runs Kassa, and a display of one's own.
 * `display`: the same, on a virtual display if there is no other. `test`: also what the tests ask of the machine.
 *
 * @typedef {'packages' | 'window' | 'display' | 'test'} Needs
 * @typedef {{ readonly needs: Needs, readonly entry: string, readonly args?: readonly string[] }} Command
 */

/** @type {Readonly<Record<string, Command>>} */
export const COMMANDS = {
  start: { needs: 'window', entry: 'scripts/start.ts' },
  demo: { needs: 'display', entry: 'scripts/demo.ts' },
  test: { needs: 'test', entry: 'scripts/test.ts' },
  e2e: { needs: 'test', entry: 'node_modules/@playwright/test/cli.js', args: ['test', '--config', 'e2e/playwright.config.ts'] },
  bench: { needs: 'display', entry: 'scripts/bench.ts' },
  screenshots: { needs: 'display', entry: 'scripts/screenshots.ts' },
  simulator: { needs: 'packages', entry: 'src/simulator/cli.ts' },
  certify: { needs: 'packages', entry: 'src/certify/cli.ts' },
  build: { needs: 'packages', entry: 'scripts/build.ts' },
  package: { needs: 'packages', entry: 'scripts/package.ts' },
  docs: { needs: 'packages', entry: 'scripts/docs.ts' },
  templates: { needs: 'packages', entry: 'scripts/templates.ts' },
  format: { needs: 'packages', entry: 'node_modules/oxfmt/bin/oxfmt' },
  torture: { needs: 'packages', entry: 'scripts/torture.ts' },
  mutants: { needs: 'packages', entry: 'scripts/mutants.ts' },
  lint: { needs: 'packages', entry: 'scripts/lint.ts' },
  typecheck: { needs: 'packages', entry: 'node_modules/typescript-7/bin/tsc', args: ['-b', '--force', '.'] },
};
