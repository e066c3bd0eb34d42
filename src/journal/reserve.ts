import { randomFillSync } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, statSync, unlinkSync, writeSync } from 'node:fs';

/** So much is given back at a time: the records of a payment of many rows, with the log's own pages. */
const STEP_BYTES = 256 * 1024;
/** The reference, a lost contact, PAID with its receipt, its confirmation, and as many again. */
const RESERVE_BYTES = 8 * STEP_BYTES;
const BLOCK_BYTES = 64 * 1024;

/**
 * A file that takes up room, so that a payment under way can be recorded to its end though the disk is full (PF-02). What
 * counts is what it takes of the disk, not that a file of that name is there.
 */
export interface Reserve {
  isWhole(): boolean;
  /** Makes it whole, or leaves it as it was. @throws what the file system throws (ENOSPC) */
  take(): void;
  /** Gives a part of it back to the disk; false if there was nothing to give. */
  release(): boolean;
  /** Gives all of it back, and its place in the folder. */
  giveUp(): boolean;
}

const NONE: Reserve = { isWhole: () => true, take: () => undefined, release: () => false, giveUp: () => false };

export function openReserve(journalFile: string): Reserve {
  if (journalFile === ':memory:') return NONE;
  const file = `${journalFile}.reserve`;
  /** This file system does not tell what a file takes of it: the length has to do. */
  let tellsBlocks = true;

  /** Bytes that are really taken, from the start of the file on; a file with holes counts for nothing. */
  function taken(): number {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return 0;
    return tellsBlocks && stat.blocks * 512 < stat.size ? 0 : stat.size;
  }

  function shrinkTo(bytes: number): boolean {
    try {
      if (bytes <= 0) {
        unlinkSync(file);
        return true;
      }
      const fd = openSync(file, 'r+');
      try {
        ftruncateSync(fd, bytes);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      return true;
    } catch {
      // There is none, or the disk may not be written at all: nothing is given.
      return false;
    }
  }

  return {
    isWhole: () => taken() >= RESERVE_BYTES,
    take() {
      const before = taken();
      if (before >= RESERVE_BYTES) return;
      const fd = openSync(file, before === 0 ? 'w' : 'r+', 0o600);
      try {
        fill(fd, before);
        fsyncSync(fd);
        const stat = fstatSync(fd);
        tellsBlocks &&= stat.blocks * 512 >= stat.size;
      } catch (error) {
        shrinkTo(before);
        throw error;
      } finally {
        closeSync(fd);
      }
    },
    release: () => shrinkTo(Math.floor((taken() - 1) / STEP_BYTES) * STEP_BYTES),
    giveUp: () => shrinkTo(0),
  };
}

/** From `from` to the whole length, with what no file system can make smaller. A full disk may write less than it was given. */
function fill(fd: number, from: number): void {
  const block = Buffer.alloc(BLOCK_BYTES);
  for (let at = from; at < RESERVE_BYTES;) {
    randomFillSync(block);
    at += writeSync(fd, block, 0, Math.min(block.length, RESERVE_BYTES - at), at);
  }
}
