import { describe, expect, test } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { JournalWriteError } from '../records/index.ts';
import type { EntryKind } from '../records/index.ts';
import { createDurable, refusedByDisk, writeOrRefuse } from './durable.ts';

const batch = (kind: EntryKind) => ({ entries: [{ kind, subject: 's', body: {} }] });

/** A disk that refuses the next `refusals` writes. */
function opened(refusals: number) {
  const clock = createVirtualClock();
  const disk = { refusals, written: [] as string[], logged: [] as object[] };
  const durable = createDurable({
    clock,
    journal: {
      reserve: () => true,
      write({ entries }) {
        if (disk.refusals > 0) {
          disk.refusals -= 1;
          throw new JournalWriteError('full', 'no space left on device');
        }
        disk.written.push(...entries.map(({ kind }) => kind));
      },
    },
    log: (_what, data) => disk.logged.push(data),
  });
  return { clock, disk, durable };
}

describe('what a person asked for', () => {
  const full = (): never => {
    throw new JournalWriteError('full', 'no space left on device');
  };

  test('is refused while the disk takes nothing', () => {
    expect(writeOrRefuse(() => undefined)).toEqual({ ok: true });
    expect(writeOrRefuse(full)).toEqual({ ok: false, problem: { code: 'journal.full' } });
    expect(refusedByDisk(full)).toBe('full');
  });

  test('a mistake of the programmer is not taken for the disk', () => {
    const wrong = (): never => {
      throw new RangeError('no receipt for live');
    };
    expect(() => writeOrRefuse(wrong)).toThrow(RangeError);
    expect(() => refusedByDisk(wrong)).toThrow(RangeError);
  });
});

describe('what has happened (PF-02)', () => {
  test('is tried again every second until the disk takes it, and then no more', async () => {
    const { clock, disk, durable } = opened(3);
    let tries = 0;
    const write = (): boolean => {
      tries += 1;
      return durable.write('K1', batch('attempt.paid'), write);
    };
    expect(write()).toBe(false);
    expect(disk.logged).toEqual([{ subject: 'K1', entries: ['attempt.paid'], reason: 'full' }]);
    await clock.advance(999);
    expect(tries).toBe(1);
    await clock.advance(2_001);
    expect({ tries, written: disk.written }).toEqual({ tries: 4, written: ['attempt.paid'] });
    await clock.advance(60_000);
    expect(tries).toBe(4);
  });

  test('of two subjects, what one writes does not make the other forget', async () => {
    const { clock, disk, durable } = opened(1);
    const first = (): boolean => durable.write('K1', batch('attempt.live'), first);
    first();
    expect(durable.write('K2', batch('attempt.completed'), () => undefined)).toBe(true);
    await clock.advance(1_000);
    expect(disk.written).toEqual(['attempt.completed', 'attempt.live']);
  });

  test('that has been written by another way meanwhile is not tried again', async () => {
    const { clock, disk, durable } = opened(1);
    durable.write('K1', batch('attempt.live'), () => disk.written.push('again'));
    durable.write('K1', batch('attempt.paid'), () => undefined);
    await clock.advance(10_000);
    expect(disk.written).toEqual(['attempt.paid']);
  });

  test('is left to the next run of the till once this one has stopped', async () => {
    const { clock, disk, durable } = opened(1);
    durable.write('K1', batch('attempt.live'), () => disk.written.push('again'));
    durable.stop();
    durable.later('K1', () => disk.written.push('again'));
    await clock.advance(10_000);
    expect(disk.written).toEqual([]);
  });
});
