/** The checks of the source, each a program of its own. */
import path from 'node:path';
import type { Program } from './test-steps.ts';

const packaged = (file: string): string => path.join(import.meta.dirname, '..', 'node_modules', file);

/** One style of writing and one order of imports (.oxfmtrc.json). */
const FORMAT: Program = { file: packaged('oxfmt/bin/oxfmt'), args: [] };
const OXLINT: Program = { file: packaged('oxlint/bin/oxlint'), args: ['-c', 'oxlint.config.mts'] };
const ESLINT: Program = { file: packaged('eslint/bin/eslint.js'), args: ['.'] };
/** What is cited of the project's rules is written down. */
const CITATIONS: Program = { file: path.join(import.meta.dirname, 'citations.ts'), args: [] };

const given = ({ file, args }: Program, ...more: readonly string[]): Program => ({ file, args: [...args, ...more] });
/** All that `npm run lint` runs, one after the other. */
export const LINT: readonly Program[] = [given(FORMAT, '--check'), OXLINT, ESLINT, CITATIONS];
/** The same, mending what can be mended. */
export const LINT_AND_MEND: readonly Program[] = [FORMAT, given(OXLINT, '--fix'), given(ESLINT, '--fix'), CITATIONS];
/**
 * Every project of tsconfig.json, each with what its code may name of a machine. All of them each time: what a project takes
 * from another one does not count when TypeScript asks whether it is up to date.
 */
export const TYPES: Program = { file: packaged('typescript-7/bin/tsc'), args: ['-b', '--force', '.'] };
