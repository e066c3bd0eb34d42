/** The checks of the source, each a program of its own. */
import path from 'node:path';
import type { Program } from './test-steps.ts';

const packaged = (file: string): string => path.join(import.meta.dirname, '..', 'node_modules', file);

export const OXLINT: Program = { file: packaged('oxlint/bin/oxlint'), args: ['-c', 'oxlint.config.mts'] };
export const ESLINT: Program = { file: packaged('eslint/bin/eslint.js'), args: ['.'] };
/** What is cited of the project's rules is written down. */
export const CITATIONS: Program = { file: path.join(import.meta.dirname, 'citations.ts'), args: [] };
export const TYPES: Program = { file: packaged('typescript-7/bin/tsc'), args: ['--noEmit', '-p', '.'] };
