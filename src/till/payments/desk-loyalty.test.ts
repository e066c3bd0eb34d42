import { afterEach, describe, expect, test } from 'vitest';
import type { AcknowledgmentMode } from '../../protocol/index.ts';
import { createDeskHarness, SEQR_ID } from '../testing/desk-harness.ts';
import type { DeskHarness } from '../testing/desk-harness.ts';

let harness: DeskHarness;
afterEach(() => harness.close());

const CLUB = { id: 'KASSA_CLUB', value: '97521234', description: 'Club' };

/** Charges 149.00; the customer's phone holds these cards and scans. */
async function scanned(mode: AcknowledgmentMode, cards: readonly (typeof CLUB)[]): Promise<string> {
  harness = createDeskHarness();
  for (const card of cards) harness.world.phone.addCard(card);
  harness.desk().charge({ ...harness.facts(harness.newSale()), acknowledgmentMode: mode });
  await harness.clock.advance(200);
  const scan = harness.world.phone.scan(`Q${SEQR_ID}`);
  if (!scan.ok) throw new Error(scan.error);
  return scan.value.invoiceReference;
}

const view = () => harness.desk().payment();
/** What the till has said of the customer's cards. */
const words = () => {
  const state = harness.desk().inPlay()[0]?.state;
  return state?.kind === 'live' ? state.terms.tokens.map(({ value, status }) => [value, status]) : [];
};
async function paidFor(reference: string): Promise<number | undefined> {
  expect(harness.world.phone.pay(reference)).toMatchObject({ ok: true });
  await harness.clock.advance(1_500);
  expect(view()?.screen.kind).toBe('paid');
  expect(harness.world.keptMinor()).toBe(harness.journal.grandTotalMinor());
  return harness.journal.receipt(1)?.receipt.total.minor;
}

describe("a card on the customer's phone (protocol §5)", () => {
  test('that the shop honours gives its discount by itself, and the customer pays less', async () => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [CLUB]);
    await harness.clock.advance(1_500);
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
    await harness.clock.advance(1_500);
    const why = status === 90 ? 'blocked' : 'unknown';
    expect(view()).toMatchObject({ amount: { minor: 14_900 }, member: null, refusedCards: [{ lastFour: card.value.slice(-4), why }] });
    expect(words()).toEqual([[card.value, status]]);
    expect(await paidFor(reference)).toBe(14_900);
  });

  test('is not asked for with NO_ACKNOWLEDGMENT, and where SEQR always asks, its word is given without a card too', async () => {
    expect(await paidFor(await scanned('NO_ACKNOWLEDGMENT', [CLUB]))).toBe(14_900);
    harness.close();
    const reference = await scanned('REQUIRE_ACKNOWLEDGMENT', []);
    expect(harness.world.phone.pay(reference)).toMatchObject({ ok: false });
    await harness.clock.advance(1_500);
    expect(await paidFor(reference)).toBe(14_900);
  });

  test('is answered again while SEQR still waits, when the first answer was lost on its way there', async () => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [CLUB]);
    harness.net.spoil('updateInvoice', { kind: 'lostBefore' }, 2);
    await harness.clock.advance(12_000);
    expect(view()?.amount.minor).toBe(13_410);
    expect(await paidFor(reference)).toBe(13_410);
  });

  test('is answered once when only the answer was lost, and the receipt tells what was paid', async () => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [CLUB]);
    harness.net.spoil('updateInvoice', { kind: 'lostAfter' }, 1);
    await harness.clock.advance(7_000);
    expect(view()).toMatchObject({ amount: { minor: 14_900 }, change: { doubts: [{ minor: 13_410 }] } });
    expect(await paidFor(reference)).toBe(13_410);
  });

  test('whose discount SEQR refuses does not keep the customer from paying', async () => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [CLUB]);
    harness.net.spoil('updateInvoice', { kind: 'code', code: 49 }, 1);
    await harness.clock.advance(4_000);
    expect(await paidFor(reference)).toBe(14_900);
  });

  test('is found waiting after a crash, and answered then', async () => {
    const reference = await scanned('OPTIONAL_ACKNOWLEDGMENT', [CLUB]);
    await harness.crash(5_000);
    await harness.clock.advance(1_500);
    expect(await paidFor(reference)).toBe(13_410);
  });

  test('yields to one that was swiped at the till first', async () => {
    harness = createDeskHarness();
    harness.world.phone.addCard({ ...CLUB, value: '97520000' });
    const member = { tokenId: 'KASSA_CLUB', name: 'Club', card: '97521111', discountHundredths: 1_000 };
    const sale = { ...harness.newSale(), member };
    harness.desk().charge({
      ...harness.facts(sale),
      acknowledgmentMode: 'OPTIONAL_ACKNOWLEDGMENT',
      tokens: [{ id: 'KASSA_CLUB', value: '97521111', status: 1 }],
    });
    await harness.clock.advance(200);
    const scan = harness.world.phone.scan(`Q${SEQR_ID}`);
    if (!scan.ok) throw new Error(scan.error);
    await harness.clock.advance(2_000);
    expect(view()).toMatchObject({ amount: { minor: 13_410 }, member: { lastFour: '1111' } });
    expect(await paidFor(scan.value.invoiceReference)).toBe(13_410);
  });
});
