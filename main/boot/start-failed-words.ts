import type { Language } from '../../src/language/language.ts';
import { NewerFileError } from '../../src/records/index.ts';
import { translator } from '../../src/text/index.ts';
import type { DataFolder } from '../storage/data-folder.ts';

/** What the box says when Kassa did not start: of a newer Kassa's file which one it is, and that it was not touched. */
export function startFailedWords(
  error: unknown,
  folder: Pick<DataFolder, 'root' | 'logs'>,
  language: Language,
): { readonly title: string; readonly content: string } {
  const t = translator(language);
  if (error instanceof NewerFileError)
    return { title: t('shell.start.newer'), content: t('shell.start.newerWhat', { ...error.newer, folder: folder.root }) };
  const detail = error instanceof Error ? error.message : String(error);
  return { title: t('shell.start.failed'), content: t('shell.start.failedWhat', { detail, folder: folder.logs }) };
}
