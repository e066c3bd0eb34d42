import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { PrintOutcome } from '../../src/till/ports.ts';

/** The kinds of file that a person is given. */
export type Ending = 'pdf' | 'csv';

/** Written beside and renamed, so that an older file of that name is whole until the new one is. */
export async function writeWhole(path: string, bytes: Uint8Array, problem: 'pdf.failed' | 'file.failed'): Promise<PrintOutcome> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    return { ok: true };
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { ok: false, problem: { code: problem, params: { detail: code } } };
  }
}

export function withEnding(path: string, ending: Ending): string {
  return extname(path).toLowerCase() === `.${ending}` ? path : `${path}.${ending}`;
}
