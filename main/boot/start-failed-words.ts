import type { Language } from '../../src/language/language.ts';
import { diskFault, NewerFileError } from '../../src/records/index.ts';
import { translator } from '../../src/text/index.ts';
import type { DataFolder } from '../storage/data-folder.ts';

/** Node's words for a file where a folder should be, or for a folder where a file should. */
const IN_THE_WAY: ReadonlySet<unknown> = new Set(['EEXIST', 'ENOTDIR', 'EISDIR']);

/**
 * What the box says when Kassa did not start: of a newer Kassa's file which one it is, and that it was not touched; of anything
 * else the kind of trouble. Whether a payment is open cannot be known here, so it is never said that none is.
 */
export function startFailedWords(
  error: unknown,
  folder: Pick<DataFolder, 'root' | 'logs'>,
  language: Language,
): { readonly title: string; readonly content: string } {
  const t = translator(language);
  if (error instanceof NewerFileError)
    return { title: t('shell.start.newer'), content: t('shell.start.newerWhat', { ...error.newer, folder: folder.root }) };
  const detail = error instanceof Error ? error.message : String(error);
  const reason = t(`shell.start.${reasonOf(error)}`);
  return { title: t('shell.start.failed'), content: t('shell.start.failedWhat', { reason, detail, folder: folder.logs }) };
}

function reasonOf(error: unknown) {
  if (error instanceof Error && 'code' in error && IN_THE_WAY.has(error.code)) return 'inTheWay';
  const fault = diskFault(error)?.reason ?? 'other';
  switch (fault) {
    case 'io':
      return 'failing';
    case 'changed':
      return 'locked';
    default:
      return fault;
  }
}
