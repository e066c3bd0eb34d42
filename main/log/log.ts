import { join } from 'node:path';
import electronLog from 'electron-log/node';
import { redact } from './redact.ts';

export type LogLevel = 'info' | 'warn' | 'error';
/** One line: what happened, in fixed words, and its figures. Redacted before it is written. */
export type Log = (level: LogLevel, what: string, data?: object) => void;

const MAX_BYTES = 5 * 1024 * 1024;

/** The log in `folder`: one line an event, the file before it kept as `kassa.old.log`. Errors show on stderr as well. */
export function createLog(folder: string): Log {
  const logger = electronLog.create({ logId: 'kassa' });
  logger.transports.file.resolvePathFn = () => join(folder, 'kassa.log');
  logger.transports.file.maxSize = MAX_BYTES;
  logger.transports.file.level = 'info';
  logger.transports.file.format = '{iso} {level} {text}';
  logger.transports.console.level = 'error';
  return (level, what, data) => {
    logger[level](data === undefined ? what : `${what} ${JSON.stringify(redact(data))}`);
  };
}
