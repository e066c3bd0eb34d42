const { builtinRules } = require('eslint/use-at-your-own-risk');
const tseslint = require('typescript-eslint');

/*
 * What oxlint (oxlint.config.mts) has no rule for: syntax that the house style forbids, functions that do not fit a
 * screen, and the one rule of typescript-eslint's strict set that is not in oxlint yet. `npm run lint` runs both.
 */
const HOUSE_STYLE = [
  { selector: 'TSEnumDeclaration', message: 'String-literal unions instead of enums (house style).' },
  { selector: 'ExportDefaultDeclaration', message: 'Named exports only (house style).' },
];

/** Lines of one function, without blanks and comments (house style). */
const ONE_SCREEN = { max: 80, skipBlankLines: true, skipComments: true, IIFEs: true };
const maxLines = builtinRules.get('max-lines-per-function');

/** A group of tests is no function that somebody has to understand whole: each test in it is counted by itself. */
const isGroupOfTests = ({ parent }) => {
  if (parent?.type !== 'CallExpression') return false;
  const { callee } = parent;
  // describe(…), describe.each(…)(…)
  const called = callee.type === 'CallExpression' ? callee.callee : callee;
  return (called.type === 'MemberExpression' ? called.object : called).name === 'describe';
};

/** ESLint's rule, but for groups of tests. No comment switches it off: scripts/silenced.test.ts looks for one. */
const fitsAScreen = {
  meta: maxLines.meta,
  create(context) {
    const report = (found) => {
      if (!isGroupOfTests(found.node)) context.report(found);
    };
    return maxLines.create(Object.create(context, { report: { value: report } }));
  },
};

module.exports = tseslint.config(
  {
    ignores: [
      'src/pure-*.d.ts',
      'renderer/qrcode.d.ts',
      'node_modules',
      'out',
      'dist',
      'demo-output',
      'test-results',
      'screenshots',
      'bench-output',
      'mutants-output',
    ],
  },
  {
    files: ['**/*.ts', '**/*.mts', '**/*.tsx'],
    plugins: { '@typescript-eslint': tseslint.plugin, house: { rules: { 'fits-a-screen': fitsAScreen } } },
    // One program of everything: less time that a program for each layer takes. No rule here asks which names are global.
    languageOptions: {
      parser: tseslint.parser,
      parserOptions: { project: './tsconfig.lint.json', tsconfigRootDir: __dirname, lib: [] },
    },
    // The comments that silence a rule are mostly oxlint's, which cannot be judged here.
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'error',
      'no-restricted-syntax': ['error', ...HOUSE_STYLE],
      'house/fits-a-screen': ['error', ONE_SCREEN],
    },
  },
  {
    files: ['*.config.ts', '*.config.mts', 'e2e/**/*.config.ts', 'scripts/**/*.config.mts'],
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
