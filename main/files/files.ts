import type { FilePort } from '../../src/till/ports.ts';
import type { WindowDeps } from '../windows/open-window.ts';
import { askWhere } from './ask-where.ts';
import { writeWhole } from './write-whole.ts';

/** Tables for a spreadsheet, where a person wants them. */
export function createFiles(deps: WindowDeps): FilePort {
  return {
    async saveText(text, suggestedName) {
      try {
        const path = await askWhere(deps.windows.find('cashier'), suggestedName, 'csv');
        return path === null ? { ok: false, cancelled: true } : await writeWhole(path, Buffer.from(text, 'utf8'), 'file.failed');
      } catch (error) {
        deps.log('error', 'no file', { error: String(error) });
        return { ok: false, problem: { code: 'file.failed', params: { detail: error instanceof Error ? error.message : 'unknown' } } };
      }
    },
  };
}
