import fs from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'oxlint';
import type { OxlintOverride } from 'oxlint';

/*
 * The linter: rules that need types (oxlint-tsgolint), rules that do not, and who may import whom. The little that it
 * cannot do is in eslint.config.js; `npm run lint` runs both.
 */

/** The pure folders of src: values in, values out; no node, no electron, no react, no edge. */
const PURE = [
  'language',
  'plain-text',
  'money',
  'clock',
  'protocol',
  'sale',
  'state-chart',
  'payment',
  'outgoing',
  'day',
  'receipt',
  'catalogue',
  'text',
  'contract',
  'records',
];
/** What a window sees is made of these, and they do not know that there are windows. */
const BELOW_CONTRACT = PURE.filter((folder) => folder !== 'contract');
/** The edges of src: node is allowed; they know the pure part and never one another or the till. */
const EDGES = ['seqr', 'journal', 'simulator'];
/** What a window may use: the contract, and what words, figures and papers are made of. It never sees a payment's inside. */
const FOR_WINDOWS = ['contract', 'language', 'text', 'money', 'sale', 'receipt', 'catalogue', 'day', 'protocol'];
/** Whatever else lies in src, as names: a pattern of oxlint cannot say "anything but". */
const NOT_FOR_WINDOWS = fs.readdirSync(path.join(import.meta.dirname, 'src')).filter((name) => !FOR_WINDOWS.includes(name));

interface Pattern {
  readonly regex: string;
  readonly message: string;
}
const node: Pattern = { regex: '^node:', message: 'The pure part has no node in it (ARCHITECTURE.md): take it as an argument.' };
const shell: Pattern = { regex: '^(electron|electron-.*|react|react-.*)$', message: 'src knows no electron and no react.' };
const into = (folders: readonly string[], message: string): Pattern => ({
  regex: `^(\\.\\./)+(src/)?(${folders.join('|')})(/|$)`,
  message,
});
const noEdge = into([...EDGES, 'till', 'certify'], 'The pure part knows no edge (ARCHITECTURE.md).');

const restrict = (files: string[], patterns: Pattern[]): OxlintOverride => ({
  files,
  rules: { 'eslint/no-restricted-imports': ['error', { patterns }] },
});

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
  plugins: ['typescript', 'react'],
  options: { typeAware: true, denyWarnings: true },
  ignorePatterns: ['node_modules', 'out', 'dist', 'demo-output', 'test-results', 'screenshots', 'bench-output'],
  overrides: [
    { files: ['**/*.ts', '**/*.tsx'], rules: TYPESCRIPT },
    { files: ['renderer/**/*.ts', 'renderer/**/*.tsx'], rules: REACT },
    // Arrows point one way: renderer -> src/contract <- main -> src; contract and edges -> the rest of the pure part, never back.
    restrict(['src/contract/**/*.ts'], [node, shell, noEdge]),
    restrict(
      BELOW_CONTRACT.map((folder) => `src/${folder}/**/*.ts`),
      [node, shell, noEdge, into(['contract'], 'Views are made of the pure part, which knows no window (ARCHITECTURE.md).')],
    ),
    ...EDGES.map((edge) =>
      restrict(
        [`src/${edge}/**/*.ts`],
        [shell, into([...EDGES.filter((other) => other !== edge), 'till', 'certify', 'contract'], 'An edge knows the pure part only.')],
      ),
    ),
    restrict(['src/till/**/*.ts', 'src/certify/**/*.ts'], [shell]),
    restrict(
      ['renderer/**/*.ts', 'renderer/**/*.tsx'],
      [
        node,
        { regex: '^electron', message: 'The renderer talks through window.kassa only.' },
        { regex: '^(\\.\\./)+(main|e2e|scripts)/', message: 'The renderer knows src only.' },
        {
          regex: `^(\\.\\./)+src/(${NOT_FOR_WINDOWS.join('|')})(/|$)`,
          message: 'The renderer knows the contract, and what words, figures and papers are made of (ARCHITECTURE.md).',
        },
      ],
    ),
    restrict(['main/**/*.ts'], [{ regex: '^(\\.\\./)+(renderer|e2e|scripts)/', message: 'main knows src only.' }]),
    // Tests may reach across: they put the real parts on both sides.
    { files: ['**/*.test.ts', 'e2e/**/*.ts'], rules: { 'eslint/no-restricted-imports': 'off' } },
    // What Electron still has, its stand-in has too, and the contract with both says how it behaves.
    { files: ['e2e/contract/secrets.*.spec.ts'], rules: { 'typescript/no-deprecated': 'off' } },
  ],
});
