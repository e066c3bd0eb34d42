const tseslint = require('typescript-eslint');
const reactHooks = require('eslint-plugin-react-hooks');

/** The pure folders of src: values in, values out; no node, no electron, no react, no edge. */
const PURE = ['money', 'clock', 'protocol', 'sale', 'payment', 'outgoing', 'day', 'receipt', 'catalogue', 'text', 'contract', 'records'];
/** The edges of src: node is allowed; they know the pure part and never one another or the till. */
const EDGES = ['seqr', 'journal', 'simulator'];

const node = { regex: '^node:', message: 'The pure part has no node in it (ARCHITECTURE.md): take it as an argument.' };
const shell = { regex: '^(electron|electron-.*|react|react-.*)$', message: 'src knows no electron and no react.' };
const into = (folders, message) => ({ regex: `^(\\.\\./)+(src/)?(${folders.join('|')})(/|$)`, message });

const restrict = (files, patterns, extra = {}) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns }], ...extra },
});

module.exports = tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', 'demo-output', 'test-results', 'screenshots', 'bench-output'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: __dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'String-literal unions instead of enums (house style).' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only (house style).' },
      ],
    },
  },
  {
    files: ['*.config.ts', 'e2e/**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['renderer/**/*.tsx', 'renderer/**/*.ts'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  // Arrows point one way: renderer -> src/contract <- main -> src; edges -> pure, never back.
  restrict(
    PURE.map((f) => `src/${f}/**/*.ts`),
    [node, shell, into([...EDGES, 'till', 'certify'], 'The pure part knows no edge (ARCHITECTURE.md).')],
  ),
  ...EDGES.map((edge) =>
    restrict(
      [`src/${edge}/**/*.ts`],
      [shell, into([...EDGES.filter((e) => e !== edge), 'till', 'certify', 'contract'], 'An edge knows the pure part only.')],
    ),
  ),
  restrict(['src/till/**/*.ts', 'src/certify/**/*.ts'], [shell]),
  restrict(['renderer/**/*.ts', 'renderer/**/*.tsx'], [
    node,
    { regex: '^electron', message: 'The renderer talks through window.kassa only.' },
    { regex: '^(\\.\\./)+(main|e2e|scripts)/', message: 'The renderer knows src/contract only.' },
    { regex: '^(\\.\\./)+src/(?!contract/)', message: 'The renderer knows src/contract only.' },
  ]),
  restrict(['main/**/*.ts'], [{ regex: '^(\\.\\./)+(renderer|e2e|scripts)/', message: 'main knows src only.' }]),
  // Tests may reach across: they put the real parts on both sides.
  { files: ['**/*.test.ts', 'e2e/**/*.ts'], rules: { 'no-restricted-imports': 'off' } },
  // The application cannot ask which runtime it has (electron-runtime decision).
  {
    files: ['src/**/*.ts', 'main/**/*.ts', 'renderer/**/*.ts', 'renderer/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'String-literal unions instead of enums (house style).' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only (house style).' },
        { selector: 'Identifier[name=/stand-?in/i]', message: 'The application does not know its runtime.' },
        { selector: 'Literal[value=/stand-?in/i]', message: 'The application does not know its runtime.' },
      ],
    },
  },
);
