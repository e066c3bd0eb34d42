import type { Campaign } from './campaign.ts';
import { runScene } from './disk/run-scene.ts';
import { SCENES } from './disk/scenes.ts';

/** What `runDisk` is given. */
export interface DiskOptions {
  readonly say: (line: string) => void;
}

/**
 * A till without windows on a file system of its own that is really full, read-only or out of places for files, with a payment
 * in the middle of it: whether it starts, asks, says what is true, and goes on when the fault ends (PF-02, PF-15).
 * @returns whether all of it held. @throws Error if this is not Linux, or not root: it mounts
 */
export async function runDisk({ say }: DiskOptions): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('--disk mounts file systems: it needs Linux and root.');
  let held = 0;
  for (const scene of SCENES) {
    const trouble = await runScene(scene).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    if (trouble === null) held += 1;
    say(`${trouble === null ? 'held  ' : 'FAILED'} ${scene.name}${trouble === null ? '' : `: ${trouble}`}`);
  }
  say(`${held} of ${SCENES.length} scenes on a really hindered disk held`);
  return held === SCENES.length;
}

export const DISK: Campaign = {
  flag: 'disk',
  usage: ['--disk', 'a really full disk, a read-only one, one without places for files (Linux, root)'],
  options: { disk: { type: 'boolean' } },
  run: () => runDisk({ say: (line) => void process.stdout.write(`${line}\n`) }),
};
