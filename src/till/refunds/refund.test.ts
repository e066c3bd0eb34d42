import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IntentOf } from '../../contract/intents.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createPractisingBench } from '../testing/till-bench.ts';
import type { TillBench } from '../testing/till-bench.ts';

const PIN = '4711';
/** The till's waits go by this much faster than the wire's. */
const HASTE = 10;

let bench: TillBench;
beforeEach(async () => {
  bench = await createPractisingBench(createQuickClock(HASTE));
});
afterEach(() => bench.close());

const refusal = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) as unknown });
const world = () => bench.simulator.world;
const balance = () => Math.round(100 * Number(world().customers()[0]?.balance.value));
const revision = () => bench.till().snapshot().outgoing.revision;

/** Sells 3 coffees at 35.00 and an amount of 12.50 and waits until the payment is settled: receipt `number`. */
async function sold(number = 1): Promise<void> {
  await bench.ask({ kind: 'sale.addFree', name: 'Coffee', minor: 3_500, vatRate: 1_200, quantityMilli: 3_000 });
  await bench.ask({ kind: 'sale.addAmount', minor: 1_250 });
  await bench.ask({ kind: 'sale.charge', revision: bench.till().snapshot().sale.revision });
  await bench.until((snapshot) => snapshot.payment?.screen.kind === 'waiting');
  const scan = world().phone.scan(`HTTP://SEQR.SE/Q${bench.till().snapshot().setup.seqrId ?? ''}`);
  if (!scan.ok) throw new Error(scan.error);
  world().phone.pay(scan.value.invoiceReference);
  await bench.until(
    (snapshot) => snapshot.payment?.screen.kind === 'paid' && snapshot.receiptsToSubmit === 0 && bench.till().quitWarning() === null,
  );
  expect(bench.till().snapshot().lastReceipt?.number).toBe(number);
}

/** As the window would send it: with the sum that it was showing. */
async function refund(more: Partial<IntentOf<'refund.send'>> = {}): Promise<IntentOf<'refund.send'>> {
  const asked = { number: 1, wish: { kind: 'whole' } as const, ...more };
  const sum = await bench.till().call('refundSum', asked.number, asked.wish);
  return { kind: 'refund.send', revision: revision(), minor: sum.ok ? sum.amount.minor : 1, reason: 'Wrong size', pin: PIN, ...asked };
}
const ended = (kind: string) => bench.until((snapshot: Snapshot) => snapshot.outgoing.current?.screen.kind === kind);

async function spoil(operation: string, kind: string): Promise<void> {
  await fetch(`${bench.simulator.url}/api/faults`, { method: 'POST', body: JSON.stringify({ operation, kind, count: 1 }) });
}

async function dismiss(): Promise<void> {
  const { current } = bench.till().snapshot().outgoing;
  expect(await bench.ask({ kind: 'outgoing.dismiss', id: current?.id ?? '', stateNumber: current?.stateNumber ?? 0 })).toEqual({
    ok: true,
  });
}

describe('a refund', () => {
  test('by row: the customer has the money, the return receipt has the next number, is printed and is at SEQR', async () => {
    await bench.ask({ kind: 'preferences.change', patch: { printer: { deviceName: 'till', paper: '58mm' } } });
    await sold();
    const before = balance();
    expect(await bench.ask(await refund({ wish: { kind: 'rows', rows: [{ index: 0, quantityMilli: 1_000 }] } }))).toEqual({ ok: true });
    const done = await ended('done');
    expect(done.outgoing.current?.screen).toMatchObject({ receiptNumber: 2, recorded: true });
    expect(balance() - before).toBe(3_500);
    await bench.until((snapshot) => snapshot.receiptsToSubmit === 0 && snapshot.printJobs.every((job) => job.state === 'done'));
    const receipt = await bench.till().call('receipt', 2);
    expect(receipt).toMatchObject({
      kind: 'return',
      returns: { number: 1, reason: 'Wrong size' },
      total: { minor: -3_500 },
      practice: true,
    });
    const own = world()
      .ledger()
      .find((entry) => entry.kind === 'refund');
    expect(receipt?.tenders[0]?.ersReference).toBe(own?.ersReference);
    expect(world().receipts().at(-1)?.ersReference).toBe(own?.ersReference);
    expect(bench.printed.at(-1)).toMatchObject({ kind: 'receipt', receipt: { number: 2 } });
    const [row] = await bench.till().call('journal', '');
    expect(row).toMatchObject({ number: 2, kind: 'return', total: { minor: -3_500 } });
    for (const typed of ['35.00', '-35,00', own?.ersReference ?? '?']) expect(await bench.till().call('journal', typed)).toEqual([row]);
    expect(await bench.till().call('refund', 1)).toMatchObject({
      refundable: { minor: 8_250 },
      problem: null,
      refunds: [{ state: 'done', receiptNumber: 2 }],
    });
  });

  test('in parts goes on until the sum is reached, and no further', async () => {
    await sold();
    await bench.ask(await refund({ wish: { kind: 'amount', minor: 5_000 } }));
    await ended('done');
    await dismiss();
    expect(await bench.ask(await refund({ wish: { kind: 'amount', minor: 6_751 } }))).toEqual(refusal('refund.more-than-left'));
    await bench.ask(await refund());
    await bench.until((snapshot) => snapshot.lastReceipt?.number === 3);
    expect(await bench.till().call('receipt', 3)).toMatchObject({ total: { minor: -6_750 } });
    expect(await bench.ask(await refund())).toEqual(refusal('refund.nothing-left'));
    expect(balance()).toBe(100_000_000);
    expect(await bench.ask(await refund({ number: 2 }))).toEqual(refusal('refund.no-sale'));
  });

  test('is done once, however often it is tapped, and only behind the right PIN with a reason (PF-26, PF-14)', async () => {
    await sold();
    expect(await bench.ask(await refund({ reason: ' ' }))).toEqual(refusal('refund.reason-missing'));
    const once = await refund({ wish: { kind: 'amount', minor: 1_000 } });
    const answers = await Promise.all([bench.ask(once), bench.ask(once), bench.ask(once)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    await ended('done');
    expect(await bench.ask(once)).toEqual(refusal('stale'));
    expect(await bench.ask(await refund({ wish: { kind: 'amount', minor: 500 }, minor: 400 }))).toEqual(refusal('stale'));
    expect(await bench.ask(await refund({ pin: '1234' }))).toEqual(refusal('pin.wrong'));
    expect(
      world()
        .ledger()
        .filter((entry) => entry.kind === 'refund'),
    ).toHaveLength(1);
  });

  test.each([98, 23, 97, 99, 64, 48, 11])('that SEQR refuses with %d moves no money, and can be asked for again', async (code) => {
    await sold();
    await spoil('refundPayment', `result:${code}`);
    await bench.ask(await refund());
    const refused = await ended('refused');
    expect(refused.outgoing.current?.screen).toMatchObject({ resultCode: code, registration: false });
    expect(await bench.till().call('refund', 1)).toMatchObject({
      refundable: { minor: 11_750 },
      refunds: [{ state: 'refused', resultCode: code }],
    });
    expect(bench.till().snapshot().tray).toEqual([]);
    await dismiss();
    await bench.ask(await refund());
    await ended('done');
  });

  test.each(['drop:after', 'result:90', 'truncated:after'])(
    'whose answer is %s is unknown: on the list, holding its money and the terminal, over a restart',
    async (fault) => {
      await sold();
      await spoil('refundPayment', fault);
      await bench.ask(await refund({ wish: { kind: 'amount', minor: 5_000 } }));
      const unknown = await ended('unknown');
      expect(unknown.tray).toMatchObject([{ kind: 'outgoing', state: 'refundUnknown', receiptNumber: 1, amount: { minor: 5_000 } }]);
      expect(unknown.lastReceipt?.number).toBe(1);
      expect(bench.till().quitWarning()).toBeNull();
      await dismiss();
      await bench.restart();
      expect(bench.till().snapshot().tray).toHaveLength(1);
      expect(await bench.ask(await refund({ wish: { kind: 'amount', minor: 6_751 } }))).toEqual(refusal('refund.more-than-left'));
      expect(await bench.ask({ kind: 'terminal.unregister', pin: PIN })).toEqual(refusal('terminal.outgoing-open'));
      expect(await bench.ask({ kind: 'setup.leavePractice' })).toEqual(refusal('terminal.outgoing-open'));
      // Not sent again by itself, neither then nor now.
      expect(
        world()
          .ledger()
          .filter((entry) => entry.kind === 'refund').length,
      ).toBe(fault === 'result:90' ? 0 : 1);
    },
  );

  test('that the till was killed in the middle of is unknown from then on, and never sent again (PF-15)', async () => {
    await sold();
    await spoil('refundPayment', 'delay:3000');
    await bench.ask(await refund());
    await ended('sending');
    expect(bench.till().quitWarning()).toBe('refund-open');
    await bench.restart();
    expect(bench.till().snapshot().tray).toMatchObject([{ state: 'refundUnknown' }]);
    expect(await bench.ask(await refund())).toEqual(refusal('refund.nothing-left'));
  });

  test('that is unknown is settled by SEQR’s written answer with its reference: done, with its receipt, or not done', async () => {
    await sold();
    for (const [done, number] of [
      [true, 2],
      [false, null],
    ] as const) {
      await spoil('refundPayment', 'drop:after');
      await bench.ask(await refund({ wish: { kind: 'amount', minor: 1_000 } }));
      await ended('unknown');
      const [item] = bench.till().snapshot().tray;
      const settle = {
        kind: 'outgoing.settle',
        id: item?.attemptId ?? '',
        stateNumber: item?.stateNumber ?? 0,
        done,
        reference: '2026112410000012301032679',
        pin: PIN,
      } as const;
      expect(await bench.ask({ ...settle, reference: ' ' })).toEqual(refusal('outgoing.reference'));
      expect(await bench.ask({ ...settle, pin: '1234' })).toEqual(refusal('pin.wrong'));
      expect(await bench.ask(settle)).toEqual({ ok: true });
      expect(await bench.ask(settle)).toEqual(refusal('stale'));
      expect(bench.till().snapshot().tray).toEqual([]);
      const view = await bench.till().call('refund', 1);
      expect(view?.refunds.at(-1)).toMatchObject({ state: done ? 'done' : 'notDone', receiptNumber: number });
    }
    expect(await bench.till().call('receipt', 2)).toMatchObject({
      kind: 'return',
      tenders: [{ ersReference: '2026112410000012301032679' }],
    });
    expect(await bench.till().call('receipt', 3)).toBeNull();
    expect(await bench.till().call('refund', 1)).toMatchObject({ refundable: { minor: 10_750 } });
  });

  test('stops offering itself while SEQR refuses the terminal (PF-21)', async () => {
    await sold();
    world().setBlocked(bench.till().snapshot().setup.terminal.terminalId ?? '', true);
    await bench.ask(await refund());
    expect((await ended('refused')).outgoing.current?.screen).toMatchObject({ resultCode: 33, registration: true });
    await dismiss();
    expect(await bench.ask(await refund())).toEqual(refusal('refund.registration'));
  });
});

describe('a pay-out', () => {
  const payOut = (more: Partial<IntentOf<'payOut.send'>> = {}): IntentOf<'payOut.send'> => ({
    kind: 'payOut.send',
    revision: revision(),
    userId: world().customers()[0]?.userId ?? '',
    minor: 25_000,
    description: 'Prize,no.7',
    pin: PIN,
    ...more,
  });

  test('reaches the user, is listed, and leaves no receipt', async () => {
    expect(await bench.ask(payOut())).toEqual({ ok: true });
    const done = await ended('done');
    expect(done.outgoing.current).toMatchObject({ what: { kind: 'credit' }, screen: { receiptNumber: null } });
    expect(balance()).toBe(100_025_000);
    expect(await bench.till().call('payOuts')).toMatchObject([{ state: 'done', amount: { minor: 25_000 } }]);
    expect(bench.till().snapshot().lastReceipt).toBeNull();
  });

  test('without an answer is unknown: the same to the same user waits until it is settled (PF-14)', async () => {
    await spoil('creditUser', 'drop:after');
    await bench.ask(payOut());
    await ended('unknown');
    await dismiss();
    expect(await bench.ask(payOut())).toEqual(refusal('payOut.unsettled'));
    expect(await bench.ask(payOut({ minor: 100 }))).toEqual({ ok: true });
    await ended('done');
    expect(bench.till().snapshot().tray).toMatchObject([{ state: 'payOutUnknown' }]);
  });

  test.each([
    [{ userId: ' ' }, 'payOut.no-user'],
    [{ description: 'Prize no. 7' }, 'payOut.description-signs'],
    [{ description: 'x'.repeat(161) }, 'payOut.description-long'],
  ])('is checked before it is sent: %o', async (more, code) => {
    expect(await bench.ask(payOut(more))).toEqual(refusal(code));
  });

  test('to a user whom SEQR does not know is refused', async () => {
    await bench.ask(payOut({ userId: 'nobody' }));
    expect((await ended('refused')).outgoing.current?.screen).toMatchObject({ resultCode: 52 });
  });
});
