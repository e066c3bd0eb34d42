import fs from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'oxlint';
import type { OxlintOverride } from 'oxlint';
import { FOREIGN, LAYERS, mayImport, ROOMS } from './scripts/imports/layers.ts';
import type { Layer } from './scripts/imports/layers.ts';

/*
 * The linter: rules that need types (oxlint-tsgolint), rules that do not, and who may import whom. The little that it
 * cannot do is in eslint.config.js; `npm run lint` runs both.
 */

interface Pattern {
  readonly regex: string;
  readonly message: string;
}
/** Whatever lies in a folder but `names`: a pattern of oxlint cannot say "anything but". */
function allBut(folder: string, ...names: readonly string[]): string {
  const others = fs.readdirSync(path.join(import.meta.dirname, folder)).filter((name) => !names.includes(name));
  return `(${others.map((name) => name.replaceAll('.', '\\.')).join('|')})(/|$)`;
}

/** What stands apart like a package is taken at its entry, by tests too. */
const ENTRIES: readonly Pattern[] = [
  {
    regex: `/simulator/${allBut('src/simulator', 'index.ts', 'build.ts', 'testing')}`,
    message: 'The simulator is taken at src/simulator/index.ts, by tests and tools at src/simulator/testing/index.ts.',
  },
  {
    regex: `/simulator/testing/${allBut('src/simulator/testing', 'index.ts')}`,
    message: 'Tests and tools take the simulator at src/simulator/testing/index.ts.',
  },
  {
    regex: `/electron-standin/${allBut('e2e/electron-standin', 'index.ts')}`,
    message: 'The stand-in is taken at e2e/electron-standin/index.ts.',
  },
  { regex: '/conformance/', message: 'Nothing takes anything of the conformance suite.' },
];
const SIMULATOR_IN_TESTS: Pattern = { regex: '/simulator/testing/', message: 'For tests and tools only.' };

const restrict = (files: string[], patterns: readonly Pattern[]): OxlintOverride => ({
  files,
  rules: { 'eslint/no-restricted-imports': ['error', { patterns: [...patterns] }] },
});

/** How a file of one room would have to write the import of another: up, and down again. */
function wayTo(from: string, to: string): string {
  const [top, ...rest] = to.split('/');
  return from.startsWith(`${top}/`) ? `(${top}/)?${rest.join('/')}` : to;
}

/** The arrows of scripts/imports/layers.ts, for one room. What lint cannot see, such as a circle of folders, a test does. */
function arrowsOf(layer: Layer, room: string): OxlintOverride {
  const forbidden = ROOMS.filter((other) => !mayImport(layer, room, other)).map((other) => wayTo(room, other));
  const outside = layer.never.map((foreign) => ({
    regex: FOREIGN[foreign].source,
    message: `${room} knows nothing of ${foreign} (ARCHITECTURE.md).`,
  }));
  const arrows = { regex: `^(\\.\\./)+(${forbidden.join('|')})(/|$)`, message: `${room} may not import that (scripts/imports/layers.ts).` };
  const entries = layer.isPackage === true ? [] : [...ENTRIES, ...(layer.isShipped === false ? [] : [SIMULATOR_IN_TESTS])];
  return restrict([`${room}/**/*.ts`, `${room}/**/*.tsx`], [...outside, ...(forbidden.length > 0 ? [arrows] : []), ...entries]);
}

/** All of typescript-eslint's strictTypeChecked that oxlint has, and what the house style adds. */
const TYPESCRIPT: OxlintOverride['rules'] = {
  'eslint/no-var': 'error',
  'eslint/prefer-const': 'error',
  'eslint/prefer-rest-params': 'error',
  'eslint/prefer-spread': 'error',
  'typescript/await-thenable': 'error',
  'typescript/ban-ts-comment': ['error', { minimumDescriptionLength: 10 }],
  'eslint/no-array-constructor': 'error',
  'typescript/no-array-delete': 'error',
  'typescript/no-base-to-string': 'error',
  'typescript/no-deprecated': 'error',
  'typescript/no-duplicate-enum-values': 'error',
  'typescript/no-duplicate-type-constituents': 'error',
  'typescript/no-dynamic-delete': 'error',
  'typescript/no-empty-object-type': 'error',
  'typescript/no-explicit-any': 'error',
  'typescript/no-extra-non-null-assertion': 'error',
  'typescript/no-extraneous-class': 'error',
  'typescript/no-floating-promises': 'error',
  'typescript/no-for-in-array': 'error',
  'typescript/no-generated-empty-object-type': 'error',
  'typescript/no-implied-eval': 'error',
  'typescript/no-invalid-void-type': 'error',
  'typescript/no-meaningless-void-operator': 'error',
  'typescript/no-misused-new': 'error',
  'typescript/no-misused-promises': 'error',
  'typescript/no-misused-spread': 'error',
  'typescript/no-mixed-enums': 'error',
  'typescript/no-namespace': 'error',
  'typescript/no-non-null-asserted-nullish-coalescing': 'error',
  'typescript/no-non-null-asserted-optional-chain': 'error',
  'typescript/no-non-null-assertion': 'error',
  'typescript/no-redundant-type-constituents': 'error',
  'typescript/no-require-imports': 'error',
  'typescript/no-this-alias': 'error',
  'typescript/no-unnecessary-boolean-literal-compare': 'error',
  'typescript/no-unnecessary-condition': 'error',
  'typescript/no-unnecessary-template-expression': 'error',
  'typescript/no-unnecessary-type-arguments': 'error',
  'typescript/no-unnecessary-type-assertion': 'error',
  'typescript/no-unnecessary-type-constraint': 'error',
  'typescript/no-unnecessary-type-conversion': 'error',
  'typescript/no-unnecessary-type-parameters': 'error',
  'typescript/no-unsafe-argument': 'error',
  'typescript/no-unsafe-assignment': 'error',
  'typescript/no-unsafe-call': 'error',
  'typescript/no-unsafe-declaration-merging': 'error',
  'typescript/no-unsafe-enum-assignment': 'error',
  'typescript/no-unsafe-enum-comparison': 'error',
  'typescript/no-unsafe-function-type': 'error',
  'typescript/no-unsafe-member-access': 'error',
  'typescript/no-unsafe-return': 'error',
  'typescript/no-unsafe-unary-minus': 'error',
  'eslint/no-unused-expressions': 'error',
  // A leading underscore is no excuse here, as it is by default in oxlint.
  'eslint/no-unused-vars': ['error', { varsIgnorePattern: '^$', argsIgnorePattern: '^$' }],
  'eslint/no-useless-constructor': 'error',
  'typescript/no-useless-default-assignment': 'error',
  'typescript/no-wrapper-object-types': 'error',
  'typescript/only-throw-error': 'error',
  'typescript/prefer-as-const': 'error',
  'typescript/prefer-literal-enum-member': 'error',
  'typescript/prefer-namespace-keyword': 'error',
  'typescript/prefer-promise-reject-errors': 'error',
  'typescript/prefer-reduce-type-parameter': 'error',
  'typescript/prefer-return-this-type': 'error',
  'typescript/related-getter-setter-pairs': 'error',
  'typescript/require-await': 'error',
  'typescript/restrict-plus-operands': [
    'error',
    { allowAny: false, allowBoolean: false, allowNullish: false, allowNumberAndString: false, allowRegExp: false },
  ],
  'typescript/restrict-template-expressions': ['error', { allowNumber: true }],
  'typescript/return-await': ['error', 'in-try-catch'],
  'typescript/triple-slash-reference': 'error',
  'typescript/unbound-method': 'error',
  'typescript/unified-signatures': 'error',
  'typescript/use-unknown-in-catch-callback-variable': 'error',
  'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  'typescript/consistent-type-imports': 'error',
};

/** The recommended set of eslint-plugin-react-hooks, without two rules about the React compiler's own options. */
const REACT: OxlintOverride['rules'] = {
  'react/rules-of-hooks': 'error',
  'react/exhaustive-deps': 'error',
  'react/static-components': 'error',
  'react/use-memo': 'error',
  'react/preserve-manual-memoization': 'error',
  'react/incompatible-library': 'error',
  'react/immutability': 'error',
  'react/globals': 'error',
  'react/refs': 'error',
  'react/set-state-in-effect': 'error',
  'react/error-boundaries': 'error',
  'react/purity': 'error',
  'react/set-state-in-render': 'error',
  'react/unsupported-syntax': 'error',
};

export default defineConfig({
  // Nothing but what is named below: oxlint's own choice changes with its version.
  categories: { correctness: 'off' },
  plugins: ['typescript', 'react', 'import'],
  options: { typeAware: true, denyWarnings: true },
  ignorePatterns: ['node_modules', 'out', 'dist', 'demo-output', 'test-results', 'screenshots', 'bench-output'],
  overrides: [
    { files: ['**/*.ts', '**/*.tsx'], rules: TYPESCRIPT },
    // Of files, types included; those of folders are found by scripts/imports/imports.test.ts.
    { files: ['**/*.ts', '**/*.tsx'], rules: { 'import/no-cycle': ['error', { ignoreTypes: false }] } },
    { files: ['renderer/**/*.ts', 'renderer/**/*.tsx'], rules: REACT },
    // Arrows point one way.
    ...LAYERS.filter((layer) => layer.isPackage !== true).flatMap((layer) => layer.rooms.map((room) => arrowsOf(layer, room))),
    // Tests may reach across: they put the real parts on both sides.
    restrict(['**/*.test.ts', '**/testing/**/*.ts', '**/test-support.ts'], ENTRIES),
    // Of Kassa the simulator knows time and the stand-in nothing, in their tests too.
    ...LAYERS.filter((layer) => layer.isPackage === true).flatMap((layer) => layer.rooms.map((room) => arrowsOf(layer, room))),
    // What Electron still has, its stand-in has too, and the contract with both says how it behaves.
    { files: ['e2e/contract/secrets.*.spec.ts'], rules: { 'typescript/no-deprecated': 'off' } },
  ],
});
