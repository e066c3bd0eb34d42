import { afterEach, describe, expect, test } from 'vitest';
import type { AcknowledgmentMode } from '../../protocol/index.ts';
import { createDeskBench, SEQR_ID } from '../testing/desk-bench.ts';
import type { DeskBench } from '../testing/desk-bench.ts';

let bench: DeskBench;
afterEach(() => bench.close());

const CLUB = { id: 'KASSA_CLUB', value: '97521234', description: 'Club' };

/** Charges 149.00; the customer's phone holds these cards and scans. */
async function scanned(mode: AcknowledgmentMode, cards: readonly (typeof CLUB)[]): Promise<string> {
  bench = createDeskBench();
  for (const card of cards) bench.world.phone.addCard(card);
  bench.desk().charge({ ...bench.facts(bench.newSale()), acknowledgmentMode: mode });
  await bench.clock.advance(200);
  const scan = bench.world.phone.scan(`Q${SEQR_ID}`);
  if (!scan.ok) throw new Error(scan.error);
  return scan.value.invoiceReference;
}

const view = () => bench.desk().payment();
/** What the till has said of the customer's cards. */
const words = () => {
  const state = bench.desk().inPlay()[0]?.state;
  return state?.kind === 'live' ? state.terms.tokens.map(({ value, status }) => [value, status]) : [];
};
async function paidFor(reference: string): Promise<number | undefined> {
  expect(bench.world.phone.pay(reference)).toMatchObject({ ok: true });
  await bench.clock.advance(1_500);
  expect(view()?.screen.kind).toBe('paid');
  expect(bench.world.keptMinor()).toBe(bench.journal.grandTotalMinor());
  return bench.journal.receipt(1)?.receipt.total.minor;
}

describe("a card on the customer's phone (protocol §5)", () => {
  test('that the shop honours gives its discount by itself, and the customer pays less', async () => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [CLUB]);
    await bench.clock.advance(1_500);
    expect(view()).toMatchObject({
      amount: { minor: 13_410 },
      member: { name: 'Club', lastFour: '1234', discountHundredths: 1_000 },
      screen: { kind: 'waiting' },
    });
    expect(words()).toEqual([['97521234', 1]]);
    expect(await paidFor(reference)).toBe(13_410);
  });

  test.each([
    ['of a kind nobody here knows', 99, { ...CLUB, id: 'ELSEWHERE', description: 'Elsewhere' }],
    ['that is blocked in this shop', 90, { ...CLUB, value: '9752666' }],
  ])('%s gives nothing, is answered %i, and does not hold up the payment', async (_name, status, card) => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [card]);
    await bench.clock.advance(1_500);
    const why = status === 90 ? 'blocked' : 'unknown';
    expect(view()).toMatchObject({ amount: { minor: 14_900 }, member: null, refusedCards: [{ lastFour: card.value.slice(-4), why }] });
    expect(words()).toEqual([[card.value, status]]);
    expect(await paidFor(reference)).toBe(14_900);
  });

  test('is not asked for with NO_ACKNOWLEDGMENT, and where SEQR always asks, its word is given without a card too', async () => {
    expect(await paidFor(await scanned('NO_ACKNOWLEDGMENT', [CLUB]))).toBe(14_900);
    bench.close();
    const reference = await scanned('REQUIRE_ACKNOWLEDGMENT', []);
    expect(bench.world.phone.pay(reference)).toMatchObject({ ok: false });
    await bench.clock.advance(1_500);
    expect(await paidFor(reference)).toBe(14_900);
  });

  test('is answered again while SEQR still waits, when the first answer was lost on its way there', async () => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [CLUB]);
    bench.net.spoil('updateInvoice', { kind: 'lostBefore' }, 2);
    await bench.clock.advance(12_000);
    expect(view()?.amount.minor).toBe(13_410);
    expect(await paidFor(reference)).toBe(13_410);
  });

  test('is answered once when only the answer was lost, and the receipt tells what was paid', async () => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [CLUB]);
    bench.net.spoil('updateInvoice', { kind: 'lostAfter' }, 1);
    await bench.clock.advance(7_000);
    expect(view()).toMatchObject({ amount: { minor: 14_900 }, change: { doubts: [{ minor: 13_410 }] } });
    expect(await paidFor(reference)).toBe(13_410);
  });

  test('whose discount SEQR refuses does not keep the customer from paying', async () => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [CLUB]);
    bench.net.spoil('updateInvoice', { kind: 'code', code: 49 }, 1);
    await bench.clock.advance(4_000);
    expect(await paidFor(reference)).toBe(14_900);
  });

  test('is found waiting after a crash, and answered then', async () => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [CLUB]);
    await bench.crash(5_000);
    await bench.clock.advance(1_500);
    expect(await paidFor(reference)).toBe(13_410);
  });

  test('yields to one that was swiped at the till first', async () => {
    bench = createDeskBench();
    bench.world.phone.addCard({ ...CLUB, value: '97520000' });
    const member = { tokenId: 'KASSA_CLUB', name: 'Club', card: '97521111', discountHundredths: 1_000 };
    const sale = { ...bench.newSale(), member };
    bench.desk().charge({
      ...bench.facts(sale),
      acknowledgmentMode: 'OPTIONAL_ACKNOWLEDGMENT',
      tokens: [{ id: 'KASSA_CLUB', value: '97521111', status: 1 }],
    });
    await bench.clock.advance(200);
    const scan = bench.world.phone.scan(`Q${SEQR_ID}`);
    if (!scan.ok) throw new Error(scan.error);
    await bench.clock.advance(2_000);
    expect(view()).toMatchObject({ amount: { minor: 13_410 }, member: { lastFour: '1111' } });
    expect(await paidFor(scan.value.invoiceReference)).toBe(13_410);
  });
});
