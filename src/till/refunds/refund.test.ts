import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IntentOf } from '../../contract/intents.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createPractisingHarness } from '../testing/till-harness.ts';
import type { TillHarness } from '../testing/till-harness.ts';

const PIN = '4711';
/** The till's waits go by this much faster than the wire's. */
const HASTE = 10;

let harness: TillHarness;
beforeEach(async () => {
  harness = await createPractisingHarness(createQuickClock(HASTE));
});
afterEach(() => harness.close());

const refusal = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) as unknown });
const world = () => harness.simulator.world;
const balance = () => Math.round(100 * Number(world().customers()[0]?.balance.value));
const revision = () => harness.till().snapshot().disbursement.revision;

/** Sells 3 coffees at 35.00 and an amount of 12.50 and waits until the payment is settled: receipt `number`. */
async function sold(number = 1): Promise<void> {
  await harness.ask({ kind: 'sale.addFree', name: 'Coffee', minor: 3_500, vatRate: 1_200, quantityMilli: 3_000 });
  await harness.ask({ kind: 'sale.addAmount', minor: 1_250 });
  await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision });
  await harness.until((snapshot) => snapshot.payment?.screen.kind === 'waiting');
  const scan = world().phone.scan(`HTTP://SEQR.SE/Q${harness.till().snapshot().setup.seqrId ?? ''}`);
  if (!scan.ok) throw new Error(scan.error);
  world().phone.pay(scan.value.invoiceReference);
  await harness.until(
    (snapshot) => snapshot.payment?.screen.kind === 'paid' && snapshot.receiptsToSubmit === 0 && harness.till().quitWarning() === null,
  );
  expect(harness.till().snapshot().lastReceipt?.number).toBe(number);
}

/** As the window would send it: with the sum that it was showing. */
async function refund(more: Partial<IntentOf<'refund.send'>> = {}): Promise<IntentOf<'refund.send'>> {
  const asked = { number: 1, wish: { kind: 'whole' } as const, ...more };
  const sum = await harness.till().call('refundSum', asked.number, asked.wish);
  return { kind: 'refund.send', revision: revision(), minor: sum.ok ? sum.amount.minor : 1, reason: 'Wrong size', pin: PIN, ...asked };
}
const ended = (kind: string) => harness.until((snapshot: Snapshot) => snapshot.disbursement.current?.screen.kind === kind);

async function spoil(operation: string, kind: string): Promise<void> {
  await fetch(`${harness.simulator.url}/api/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operation, kind, count: 1 }),
  });
}

async function dismiss(): Promise<void> {
  const { current } = harness.till().snapshot().disbursement;
  expect(await harness.ask({ kind: 'disbursement.dismiss', id: current?.id ?? '', stateNumber: current?.stateNumber ?? 0 })).toEqual({
    ok: true,
  });
}

describe('a refund', () => {
  test('by row: the customer has the money, the return receipt has the next number, is printed and is at SEQR', async () => {
    await harness.ask({ kind: 'preferences.change', patch: { printer: { deviceName: 'till', paper: '58mm' } } });
    await sold();
    const before = balance();
    expect(await harness.ask(await refund({ wish: { kind: 'rows', rows: [{ index: 0, quantityMilli: 1_000 }] } }))).toEqual({ ok: true });
    const done = await ended('done');
    expect(done.disbursement.current?.screen).toMatchObject({ receiptNumber: 2, recorded: true });
    expect(balance() - before).toBe(3_500);
    await harness.until((snapshot) => snapshot.receiptsToSubmit === 0 && snapshot.printJobs.every((job) => job.state === 'done'));
    const receipt = await harness.till().call('receipt', 2);
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
    expect(harness.printed.at(-1)).toMatchObject({ kind: 'receipt', receipt: { number: 2 } });
    const [row] = await harness.till().call('journal', '');
    expect(row).toMatchObject({ number: 2, kind: 'return', total: { minor: -3_500 } });
    for (const typed of ['35.00', '-35,00', own?.ersReference ?? '?']) expect(await harness.till().call('journal', typed)).toEqual([row]);
    expect(await harness.till().call('refund', 1)).toMatchObject({
      refundable: { minor: 8_250 },
      problem: null,
      refunds: [{ state: 'done', receiptNumber: 2 }],
    });
  });

  test('in parts goes on until the sum is reached, and no further', async () => {
    await sold();
    await harness.ask(await refund({ wish: { kind: 'amount', minor: 5_000 } }));
    await ended('done');
    await dismiss();
    expect(await harness.ask(await refund({ wish: { kind: 'amount', minor: 6_751 } }))).toEqual(refusal('refund.more-than-left'));
    await harness.ask(await refund());
    await harness.until((snapshot) => snapshot.lastReceipt?.number === 3);
    expect(await harness.till().call('receipt', 3)).toMatchObject({ total: { minor: -6_750 } });
    expect(await harness.ask(await refund())).toEqual(refusal('refund.nothing-left'));
    expect(balance()).toBe(100_000_000);
    expect(await harness.ask(await refund({ number: 2 }))).toEqual(refusal('refund.no-sale'));
  });

  test('is done once, however often it is tapped, and only behind the right PIN with a reason (PF-26, PF-14)', async () => {
    await sold();
    expect(await harness.ask(await refund({ reason: ' ' }))).toEqual(refusal('refund.reason-missing'));
    const once = await refund({ wish: { kind: 'amount', minor: 1_000 } });
    const answers = await Promise.all([harness.ask(once), harness.ask(once), harness.ask(once)]);
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
    await ended('done');
    expect(await harness.ask(once)).toEqual(refusal('stale'));
    expect(await harness.ask(await refund({ wish: { kind: 'amount', minor: 500 }, minor: 400 }))).toEqual(refusal('stale'));
    expect(await harness.ask(await refund({ pin: '1234' }))).toEqual(refusal('pin.wrong'));
    expect(
      world()
        .ledger()
        .filter((entry) => entry.kind === 'refund'),
    ).toHaveLength(1);
  });

  test.each([98, 23, 97, 99, 64, 48, 11])('that SEQR refuses with %d moves no money, and can be asked for again', async (code) => {
    await sold();
    await spoil('refundPayment', `result:${code}`);
    await harness.ask(await refund());
    const refused = await ended('refused');
    expect(refused.disbursement.current?.screen).toMatchObject({ resultCode: code, registration: false });
    expect(await harness.till().call('refund', 1)).toMatchObject({
      refundable: { minor: 11_750 },
      refunds: [{ state: 'refused', resultCode: code }],
    });
    expect(harness.till().snapshot().unresolved).toEqual([]);
    await dismiss();
    await harness.ask(await refund());
    await ended('done');
  });

  test.each(['drop:after', 'result:90', 'truncated:after'])(
    'whose answer is %s is unknown: on the list, holding its money and nothing else, over a restart (PF-24)',
    async (fault) => {
      await sold();
      await spoil('refundPayment', fault);
      await harness.ask(await refund({ wish: { kind: 'amount', minor: 5_000 } }));
      const unknown = await ended('unknown');
      expect(unknown.unresolved).toMatchObject([
        { kind: 'disbursement', state: 'refundUnknown', receiptNumber: 1, amount: { minor: 5_000 } },
      ]);
      expect(unknown.lastReceipt?.number).toBe(1);
      expect(harness.till().quitWarning()).toBeNull();
      await dismiss();
      await harness.restart();
      expect(harness.till().snapshot().unresolved).toHaveLength(1);
      expect(await harness.ask(await refund({ wish: { kind: 'amount', minor: 6_751 } }))).toEqual(refusal('refund.more-than-left'));
      expect(await harness.ask({ kind: 'terminal.unregister', pin: PIN, unclosed: true })).toEqual({ ok: true });
      expect(harness.till().snapshot().unresolved).toHaveLength(1);
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
    await harness.ask(await refund());
    await ended('sending');
    expect(harness.till().quitWarning()).toBe('refund-open');
    await harness.restart();
    expect(harness.till().snapshot().unresolved).toMatchObject([{ state: 'refundUnknown' }]);
    expect(await harness.ask(await refund())).toEqual(refusal('refund.nothing-left'));
  });

  test('that is unknown is settled by SEQR’s written answer with its reference: done, with its receipt, or not done', async () => {
    await sold();
    for (const [done, number] of [
      [true, 2],
      [false, null],
    ] as const) {
      await spoil('refundPayment', 'drop:after');
      await harness.ask(await refund({ wish: { kind: 'amount', minor: 1_000 } }));
      await ended('unknown');
      const [item] = harness.till().snapshot().unresolved;
      const resolve = {
        kind: 'disbursement.resolve',
        id: item?.attemptId ?? '',
        stateNumber: item?.stateNumber ?? 0,
        done,
        reference: '2026112410000012301032679',
        pin: PIN,
      } as const;
      expect(await harness.ask({ ...resolve, reference: ' ' })).toEqual(refusal('disbursement.reference'));
      expect(await harness.ask({ ...resolve, pin: '1234' })).toEqual(refusal('pin.wrong'));
      expect(await harness.ask(resolve)).toEqual({ ok: true });
      expect(await harness.ask(resolve)).toEqual(refusal('stale'));
      expect(harness.till().snapshot().unresolved).toEqual([]);
      const view = await harness.till().call('refund', 1);
      expect(view?.refunds.at(-1)).toMatchObject({ state: done ? 'done' : 'notDone', receiptNumber: number });
    }
    expect(await harness.till().call('receipt', 2)).toMatchObject({
      kind: 'return',
      tenders: [{ ersReference: '2026112410000012301032679' }],
    });
    expect(await harness.till().call('receipt', 3)).toBeNull();
    expect(await harness.till().call('refund', 1)).toMatchObject({ refundable: { minor: 10_750 } });
  });

  test('stops offering itself while SEQR refuses the terminal (PF-21)', async () => {
    await sold();
    world().setBlocked(harness.till().snapshot().setup.terminal.terminalId ?? '', true);
    await harness.ask(await refund());
    expect((await ended('refused')).disbursement.current?.screen).toMatchObject({ resultCode: 33, registration: true });
    await dismiss();
    expect(await harness.ask(await refund())).toEqual(refusal('refund.registration'));
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
    expect(await harness.ask(payOut())).toEqual({ ok: true });
    const done = await ended('done');
    expect(done.disbursement.current).toMatchObject({ what: { kind: 'credit' }, screen: { receiptNumber: null } });
    expect(balance()).toBe(100_025_000);
    expect(await harness.till().call('payOuts')).toMatchObject([{ state: 'done', amount: { minor: 25_000 } }]);
    expect(harness.till().snapshot().lastReceipt).toBeNull();
  });

  test('without an answer is unknown: the same to the same user waits until it is settled (PF-14)', async () => {
    await spoil('creditUser', 'drop:after');
    await harness.ask(payOut());
    await ended('unknown');
    await dismiss();
    expect(await harness.ask(payOut())).toEqual(refusal('payOut.unresolved'));
    expect(await harness.ask(payOut({ minor: 100 }))).toEqual({ ok: true });
    await ended('done');
    expect(harness.till().snapshot().unresolved).toMatchObject([{ state: 'payOutUnknown' }]);
  });

  test.each([
    [{ userId: ' ' }, 'payOut.no-user'],
    [{ description: 'Prize no. 7' }, 'payOut.description-signs'],
    [{ description: 'x'.repeat(161) }, 'payOut.description-long'],
  ])('is checked before it is sent: %o', async (more, code) => {
    expect(await harness.ask(payOut(more))).toEqual(refusal(code));
  });

  test('to a user whom SEQR does not know is refused', async () => {
    await harness.ask(payOut({ userId: 'nobody' }));
    expect((await ended('refused')).disbursement.current?.screen).toMatchObject({ resultCode: 52 });
  });
});
