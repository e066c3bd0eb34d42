import { closeSync, existsSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs';

/** Far more than the records of one attempt take, with the log's own pages. */
const RESERVE_BYTES = 512 * 1024;

/** A file that takes up room, so that it can be given back when the disk is full (PF-02). */
export interface Reserve {
  /** Makes sure the room is taken. Throws what the file system throws (ENOSPC). */
  take(): void;
  /** Gives it back; false if there was none to give. */
  release(): boolean;
}

export function openReserve(journalFile: string): Reserve {
  if (journalFile === ':memory:') return { take: () => undefined, release: () => false };
  const file = `${journalFile}.reserve`;
  return {
    take() {
      if (existsSync(file)) return;
      const fd = openSync(file, 'w', 0o600);
      try {
        // Random-looking content is not needed: no common file system here compresses, and sparse files come from seeking.
        const block = Buffer.alloc(64 * 1024, 0xa5);
        for (let written = 0; written < RESERVE_BYTES; written += block.length) writeSync(fd, block);
        fsyncSync(fd);
      } catch (error) {
        unlinkSync(file);
        throw error;
      } finally {
        closeSync(fd);
      }
    },
    release() {
      if (!existsSync(file)) return false;
      unlinkSync(file);
      return true;
    },
  };
}
