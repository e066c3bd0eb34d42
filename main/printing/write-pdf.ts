import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { PrintOutcome } from '../../src/till/ports.ts';

/** Written beside and renamed, so that an older file of that name is whole until the new one is. */
export async function writePdf(path: string, pdf: Uint8Array): Promise<PrintOutcome> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(beside, 'w', 0o600);
    try {
      await file.writeFile(pdf);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    return { ok: true };
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { ok: false, problem: { code: 'pdf.failed', params: { detail: code } } };
  }
}

export function withPdfEnding(path: string): string {
  return extname(path).toLowerCase() === '.pdf' ? path : `${path}.pdf`;
}
