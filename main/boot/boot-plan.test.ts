import { describe, expect, it } from 'vitest';
import { BOOT_ORDER, runBoot } from './boot-plan.ts';
import type { BootStep, BootWork } from './boot-plan.ts';

const place = (step: BootStep): number => BOOT_ORDER.indexOf(step);

function workThat(does: Partial<BootWork>): BootWork {
  const nothing = Object.fromEntries(BOOT_ORDER.map((step) => [step, () => undefined])) as unknown as BootWork;
  return { ...nothing, ...does };
}

describe('the boot plan', () => {
  it('asks about every unfinished payment before any window is up (PF-15)', () => {
    expect(place('till')).toBeLessThan(place('windows'));
    expect(place('resumed')).toBeLessThan(place('windows'));
  });

  it('starts the core only as the one running till (PF-01), and before Electron is ready', () => {
    expect(place('oneInstance')).toBeLessThan(place('till'));
    expect(place('till')).toBeLessThan(place('runtime'));
  });

  it('has every guard in place before a page can load (security)', () => {
    for (const guard of ['harden', 'session', 'calls'] as const) expect(place(guard)).toBeLessThan(place('windows'));
    expect(place('harden')).toBeLessThan(place('runtime'));
  });

  it('runs every step once, in order, each after the one before has ended', async () => {
    const seen: string[] = [];
    const slow = workThat({
      async resumed() {
        await Promise.resolve();
        seen.push('resumed is done');
      },
      windows: () => void seen.push('windows begin'),
    });
    expect(await runBoot(slow, (step) => seen.push(step))).toBe(true);
    expect(seen.filter((line) => !line.includes(' '))).toEqual([...BOOT_ORDER]);
    expect(seen.indexOf('resumed is done')).toBeLessThan(seen.indexOf('windows begin'));
  });

  it('reaches `till` in the first turn, so that what must precede `ready` does', () => {
    let reached = false;
    void runBoot(workThat({ till: () => void (reached = true), runtime: () => new Promise<undefined>(() => undefined) }), () => undefined);
    expect(reached).toBe(true);
  });

  it('opens nothing when another Kassa is running', async () => {
    const marks: string[] = [];
    expect(await runBoot(workThat({ oneInstance: () => 'stop' }), (step) => marks.push(step))).toBe(false);
    expect(marks).toEqual(['harden']);
  });

  it('opens no window when the core cannot start', async () => {
    let opened = false;
    const broken = workThat({ resumed: () => Promise.reject(new Error('disk')), windows: () => void (opened = true) });
    await expect(runBoot(broken, () => undefined)).rejects.toThrow('disk');
    expect(opened).toBe(false);
  });
});
