import { describe, expect, it } from 'vitest';
import { SEQR_ID, createHarness, invoiceOf, sek, terminalContext } from '../testing/harness.ts';
import type { Harness } from '../testing/harness.ts';
import type { CustomerToken, WireInvoice } from '../wire/schema.ts';

type Mode = NonNullable<WireInvoice['acknowledgmentMode']>;

const CLUB = { id: 'CLUB', value: '4711', description: 'Kiosk Club' };
const SWIPED = { id: 'CLUB', value: '0815', description: 'Club card', status: 1 };

function send(harness: Harness, acknowledgmentMode: Mode | undefined, tokens: readonly CustomerToken[] = []): string {
  const invoice = invoiceOf('149.00', { acknowledgmentMode });
  return harness.world.call('sendInvoice', { context: terminalContext(), invoice, tokens }).invoiceReference ?? '';
}

function update(harness: Harness, invoiceReference: string, tokens: readonly CustomerToken[], total = '134.10'): number {
  const request = { context: terminalContext(), invoiceReference, invoice: invoiceOf(total), tokens };
  return harness.world.call('updateInvoice', request).resultCode;
}

const told = (harness: Harness, reference: string): readonly CustomerToken[] => harness.read(reference).customerTokens?.token ?? [];

describe('the till is asked', () => {
  it.each([
    ['NO_ACKNOWLEDGMENT', 'no card', 'ISSUED'],
    ['NO_ACKNOWLEDGMENT', 'a card', 'ISSUED'],
    ['OPTIONAL_ACKNOWLEDGMENT', 'no card', 'ISSUED'],
    ['OPTIONAL_ACKNOWLEDGMENT', 'a card', 'PENDING_ISSUER_ACKNOWLEDGE'],
    ['OPTIONAL_ACKNOWLEDGMENT', 'a swiped one too', 'ISSUED'],
    ['REQUIRE_ACKNOWLEDGMENT', 'no card', 'PENDING_ISSUER_ACKNOWLEDGE'],
    ['REQUIRE_ACKNOWLEDGMENT', 'a swiped one too', 'PENDING_ISSUER_ACKNOWLEDGE'],
    [undefined, 'no card', 'PENDING_ISSUER_ACKNOWLEDGE'],
  ] as const)('in mode %s with %s: %s', (mode, card, status) => {
    const harness = createHarness();
    if (card !== 'no card') harness.world.phone.addCard(CLUB);
    const reference = send(harness, mode, card === 'a swiped one too' ? [SWIPED] : []);
    expect(told(harness, reference)).toEqual([]);
    harness.world.phone.scan(SEQR_ID);
    expect(harness.read(reference)).toMatchObject({ status, version: status === 'ISSUED' ? 0 : 1 });
  });
});

describe('the card on the phone', () => {
  it.each([1, 90, 99])('is pending until the till answers with %d', (answer) => {
    const harness = createHarness();
    harness.world.phone.addCard(CLUB);
    const reference = send(harness, 'OPTIONAL_ACKNOWLEDGMENT');
    harness.world.phone.scan(SEQR_ID);
    expect(told(harness, reference)).toEqual([{ ...CLUB, status: 0 }]);
    expect(update(harness, reference, [{ ...CLUB, status: answer }])).toBe(0);
    expect(told(harness, reference)).toEqual([{ ...CLUB, status: answer }]);
    harness.world.phone.pay(reference);
    expect(harness.read(reference)).toMatchObject({ status: 'PAID', receipt: { invoice: { totalAmount: sek('134.10') } } });
    expect(harness.world.phone.state(reference)).toMatchObject({ value: { offeredCard: null } });
  });

  it('stays pending when the till acknowledges without a word on it', () => {
    const harness = createHarness();
    harness.world.phone.addCard(CLUB);
    const reference = send(harness, 'REQUIRE_ACKNOWLEDGMENT');
    harness.world.phone.scan(SEQR_ID);
    expect(update(harness, reference, [], '149.00')).toBe(0);
    expect(harness.read(reference)).toMatchObject({ status: 'ISSUED', customerTokens: { token: [{ ...CLUB, status: 0 }] } });
  });

  it('is at most one: the first, which is the one added or chosen last, and one of each type', () => {
    const harness = createHarness();
    const { phone } = harness.world;
    const cards = (): unknown => harness.world.customers()[0]?.cards.map((card) => card.value);
    phone.addCard(CLUB);
    phone.addCard({ id: 'GYM', value: '1', description: '' });
    phone.addCard({ ...CLUB, value: '4712' });
    expect(cards()).toEqual(['4712', '1']);
    phone.chooseCard('GYM');
    expect(cards()).toEqual(['1', '4712']);
    const reference = send(harness, 'OPTIONAL_ACKNOWLEDGMENT');
    phone.scan(SEQR_ID);
    expect(told(harness, reference)).toEqual([{ id: 'GYM', value: '1', description: '', status: 0 }]);
    phone.removeCard('GYM');
    expect(cards()).toEqual(['4712']);
    expect(phone.removeCard('GYM')).toMatchObject({ ok: false, reason: 'unknownCard' });
    expect(phone.chooseCard('CLUB', 'nobody')).toMatchObject({ ok: false, reason: 'unknownCustomer' });
    expect(phone.addCard({ ...CLUB, value: 'x'.repeat(81) })).toMatchObject({ ok: false, reason: 'badCard' });
  });
});

describe('the card swiped at the till', () => {
  it.each(['sendInvoice', 'updateInvoice'])('with %s overrides the phone’s, and the phone offers to keep it once paid', (when) => {
    const harness = createHarness();
    harness.world.phone.addCard(CLUB);
    const reference = send(harness, 'OPTIONAL_ACKNOWLEDGMENT', when === 'sendInvoice' ? [SWIPED] : []);
    if (when === 'updateInvoice') expect(update(harness, reference, [SWIPED])).toBe(0);
    harness.world.phone.scan(SEQR_ID);
    expect(told(harness, reference)).toEqual([SWIPED]);
    expect(harness.world.phone.state(reference)).toMatchObject({ value: { stage: 'scanned', offeredCard: null } });
    harness.world.phone.pay(reference);
    const offered = { id: SWIPED.id, value: SWIPED.value, description: SWIPED.description };
    expect(harness.world.phone.state(reference)).toMatchObject({ value: { stage: 'paid', offeredCard: { ...offered, replaces: CLUB } } });
    harness.world.phone.addCard(offered);
    expect(harness.world.customers()[0]?.cards).toEqual([offered]);
    expect(harness.world.phone.state(reference)).toMatchObject({ value: { offeredCard: null } });
  });

  it('while the phone waits overrides the phone’s too', () => {
    const harness = createHarness();
    harness.world.phone.addCard(CLUB);
    const reference = send(harness, 'OPTIONAL_ACKNOWLEDGMENT');
    harness.world.phone.scan(SEQR_ID);
    update(harness, reference, [SWIPED]);
    expect(told(harness, reference)).toEqual([SWIPED]);
  });

  it('is forgotten when the till sends it again as invalid before the scan, and kept when an update names none', () => {
    const harness = createHarness();
    const kept = send(harness, 'OPTIONAL_ACKNOWLEDGMENT', [SWIPED]);
    update(harness, kept, []);
    harness.world.phone.scan(SEQR_ID);
    expect(told(harness, kept)).toEqual([SWIPED]);
    const forgotten = send(harness, 'OPTIONAL_ACKNOWLEDGMENT', [SWIPED]);
    update(harness, forgotten, [{ ...SWIPED, status: 99 }]);
    harness.world.phone.scan(SEQR_ID);
    expect(told(harness, forgotten)).toEqual([]);
  });
});

describe('the user id', () => {
  it('is told beside any card, in every mode with the next version, from a customer who shares it', () => {
    for (const mode of ['NO_ACKNOWLEDGMENT', 'REQUIRE_ACKNOWLEDGMENT'] as const) {
      const harness = createHarness();
      harness.world.setCustomer('dilara', { sharesUserId: true });
      const reference = send(harness, mode, [SWIPED]);
      harness.world.phone.scan(SEQR_ID, 'dilara');
      const [, userId] = told(harness, reference);
      expect(harness.read(reference).version).toBe(1);
      expect(userId).toMatchObject({ id: 'I_GAMING_INTEGRATION', status: 0 });
      const creditUserRequest = { userId: userId?.value, amount: sek('10') };
      expect(harness.world.call('creditUser', { context: terminalContext(), creditUserRequest }).resultCode).toBe(0);
    }
  });

  it('alone does not have the till asked', () => {
    const harness = createHarness();
    harness.world.setCustomer('astrid', { sharesUserId: true });
    const reference = send(harness, 'OPTIONAL_ACKNOWLEDGMENT');
    harness.world.phone.scan(SEQR_ID);
    expect(harness.read(reference)).toMatchObject({ status: 'ISSUED', version: 1 });
  });
});

describe('several phones', () => {
  it('do not take an invoice from each other; the one that has it may scan again', () => {
    const harness = createHarness();
    const reference = send(harness, 'NO_ACKNOWLEDGMENT');
    harness.world.phone.scan(SEQR_ID, 'bo');
    expect(harness.world.phone.scan(SEQR_ID, 'dilara')).toEqual({
      ok: false,
      reason: 'takenByAnother',
      error: 'Another customer has scanned this invoice.',
    });
    expect(harness.world.phone.scan(SEQR_ID, 'bo')).toMatchObject({ ok: true, value: { invoiceReference: reference } });
  });
});
