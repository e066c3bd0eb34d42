const tseslint = require('typescript-eslint');

/*
 * What oxlint (oxlint.config.mts) has no rule for: syntax that the house style forbids, and the one rule of
 * typescript-eslint's strict set that is not in oxlint yet. `npm run lint` runs both.
 */
const HOUSE_STYLE = [
  { selector: 'TSEnumDeclaration', message: 'String-literal unions instead of enums (house style).' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only (house style).' },
];

module.exports = tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', 'demo-output', 'test-results', 'screenshots', 'bench-output'] },
  {
    files: ['**/*.ts', '**/*.mts', '**/*.tsx'],
    plugins: { '@typescript-eslint': tseslint.plugin },
    languageOptions: { parser: tseslint.parser, parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname } },
    // The comments that silence a rule are mostly oxlint's, which cannot be judged here.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'error',
      'no-restricted-syntax': ['error', ...HOUSE_STYLE],
    },
  },
  {
    files: ['*.config.ts', '*.config.mts', 'e2e/**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  // The application cannot ask which runtime it has (electron-runtime decision).
  {
    files: ['src/**/*.ts', 'main/**/*.ts', 'renderer/**/*.ts', 'renderer/**/*.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...HOUSE_STYLE,
        { selector: 'Identifier[name=/stand-?in/i]', message: 'The application does not know its runtime.' },
        { selector: 'Literal[value=/stand-?in/i]', message: 'The application does not know its runtime.' },
      ],
    },
  },
);
