import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BUSY, CANNOT_OPEN, createHinderedDisk, FULL, IO_ERROR, NO_ROOM_FOR_INDEX, READ_ONLY } from '../journal/testing/hindered-disk.ts';
import type { HinderedDisk, Touch } from '../journal/testing/hindered-disk.ts';
import { createQuickClock } from './testing/quick-clock.ts';
import { createPractisingHarness } from './testing/till-harness.ts';
import type { TillHarness } from './testing/till-harness.ts';

const WRITES = ['begin', 'write', 'commit'] as const;
let disk: HinderedDisk;
let harness: TillHarness;
beforeEach(async () => {
  disk = createHinderedDisk();
  harness = await createPractisingHarness(createQuickClock(10), { openDatabase: disk.open });
});
afterEach(async () => {
  disk.onTouch = () => undefined;
  await harness.close();
});

function fail(touches: readonly Touch[], error: () => Error): void {
  disk.onTouch = (touch) => {
    if (touches.includes(touch)) throw error();
  };
}

/** Another till on a disk that fails so, after a payment that the customer has paid and that nobody has asked about since. */
async function startAfterAPayment(hindrance: () => void): Promise<void> {
  expect(await harness.ask({ kind: 'sale.addAmount', minor: 9_900 })).toEqual({ ok: true });
  expect(await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision })).toEqual({ ok: true });
  await harness.until(({ payment }) => payment?.screen.kind === 'waiting' && payment.contact.ageMs !== null);
  const code = `HTTP://SEQR.SE/Q${harness.till().snapshot().setup.seqrId ?? ''}`;
  hindrance();
  const next = await harness.replace();
  const scan = harness.simulator.world.phone.scan(code);
  if (!scan.ok) throw new Error(scan.error);
  harness.simulator.world.phone.pay(scan.value.invoiceReference);
  await next.start();
}

describe('a start on a disk that takes nothing, with a payment that has been paid (PF-02, PF-15)', () => {
  it.each([
    ['full', WRITES, FULL, 'journal.full'],
    ['full, after an orderly end', ['open', ...WRITES], NO_ROOM_FOR_INDEX, 'journal.full'],
    ['read-only', ['open', 'openAlone', ...WRITES], READ_ONLY, 'journal.read-only'],
    ['held by another program', ['open', 'openAlone', ...WRITES], BUSY, 'journal.locked'],
    ['failing', ['open', 'openAlone', ...WRITES], IO_ERROR, 'journal.failing'],
    ['one that takes no other file', ['open', 'openAlone', ...WRITES], CANNOT_OPEN, 'journal.write-failed'],
  ] as const)(
    '%s: SEQR is asked, the screen says what is true, and it is recorded when the disk takes it',
    async (_what, touches, error, said) => {
      await startAfterAPayment(() => fail(touches, error));
      const ahead = await harness.until(({ payment }) => payment?.screen.kind === 'paid');
      expect(ahead.payment?.screen).toMatchObject({ kind: 'paid', recorded: false, receiptNumber: null, afterRestart: true });
      await harness.until(({ notices }) => notices.some(({ problem }) => problem.code === said));
      disk.onTouch = () => undefined;
      const recorded = await harness.until(({ payment }) => payment?.screen.kind === 'paid' && payment.screen.recorded);
      expect(recorded.payment?.screen).toMatchObject({ receiptNumber: 1, afterRestart: true });
      await harness.until(({ notices }) => notices.length === 0);
      expect((await harness.ask({ kind: 'sale.addAmount', minor: 100 })).ok).toBe(true);
    },
  );

  it('what a person asks for is refused with the reason, and nothing is sent', async () => {
    await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
    fail(WRITES, READ_ONLY);
    const charged = await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision });
    expect(charged).toEqual({ ok: false, problem: { code: 'payment.disk-read-only' } });
    expect(await harness.ask({ kind: 'sale.addAmount', minor: 100 })).toEqual({ ok: false, problem: { code: 'journal.read-only' } });
    expect(harness.till().snapshot().payment).toBeNull();
  });
});
