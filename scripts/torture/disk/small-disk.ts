import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How a disk takes nothing more. */
export type Hindrance = 'full' | 'readOnly' | 'noPlace';

/** A small file system of its own, in memory. */
export interface SmallDisk {
  /** Where Kassa's files lie on it. */
  readonly folder: string;
  hinder(how: Hindrance): void;
  /** It takes everything again. */
  mend(): void;
  end(): void;
}

const SIZE = 'size=24m,nr_inodes=64,mode=0700';

export function mountSmallDisk(): SmallDisk {
  const at = mkdtempSync(join(tmpdir(), 'kassa-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', SIZE, 'tmpfs', at]);
  const remount = (how: 'ro' | 'rw'): void => void execFileSync('mount', ['-o', `remount,${how}`, at]);
  let isReadOnly = false;

  return {
    folder: join(at, 'journals'),
    hinder(how) {
      switch (how) {
        case 'full':
          return untilFull(() => fill(join(at, 'filling')));
        case 'noPlace':
          for (let made = 0; ; made += 1) if (!makes(join(at, `place-${made}`))) return;
        case 'readOnly':
          remount('ro');
          isReadOnly = true;
      }
    },
    mend() {
      if (isReadOnly) remount('rw');
      isReadOnly = false;
      for (const name of readdirSync(at)) if (name !== 'journals') rmSync(join(at, name));
    },
    end() {
      execFileSync('umount', [at]);
      rmdirSync(at);
    },
  };
}

function untilFull(write: () => void): void {
  try {
    write();
  } catch (error) {
    if ((error as { readonly code?: unknown }).code !== 'ENOSPC') throw error;
  }
}

function fill(path: string): void {
  const file = openSync(path, 'a');
  try {
    const block = Buffer.alloc(4096, 1);
    for (;;) writeSync(file, block);
  } finally {
    closeSync(file);
  }
}

function makes(path: string): boolean {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch {
    return false;
  }
}
