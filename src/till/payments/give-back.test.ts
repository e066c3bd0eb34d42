import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../contract/snapshot.ts';
import type { SeqrConnector } from '../../protocol/index.ts';
import { createQuickClock } from '../testing/quick-clock.ts';
import { createPractisingHarness, OWNERS_PIN as pin } from '../testing/till-harness.ts';
import type { TillHarness } from '../testing/till-harness.ts';

/** Answers of getPaymentStatus wait for it. */
let answers: Promise<void>;
let letAnswersGo: () => void;
let onPaid: () => void;
let harness: TillHarness;
beforeEach(async () => {
  answers = Promise.resolve();
  letAnswersGo = onPaid = () => undefined;
  harness = await createPractisingHarness(createQuickClock(10), { wire: slow });
});
afterEach(() => harness.close());

function slow(connector: SeqrConnector): SeqrConnector {
  return {
    connect(endpoint, clientId) {
      const connection = connector.connect(endpoint, clientId);
      return {
        ...connection,
        async getPaymentStatus(...asked) {
          const answer = await connection.getPaymentStatus(...asked);
          if (answer.kind === 'answered' && answer.value.status === 'PAID') onPaid();
          await answers;
          return answer;
        },
      };
    },
  };
}
/** Resolves when one that says PAID waits. */
function holdAnswers(): Promise<void> {
  answers = new Promise((resolve) => (letAnswersGo = resolve));
  return new Promise((resolve) => (onPaid = resolve));
}

const OK = { ok: true };
const refusal = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) as unknown });
const world = () => harness.simulator.world;
const now = (): Snapshot => harness.till().snapshot();
const total = (): number => now().sale.figures.total.minor;
const balance = (): number => Math.round(100 * Number(world().customers()[0]?.balance.value));
const states = (): readonly string[] => now().unresolved.map(({ state }) => state);
function shown({ attemptId, stateNumber } = now().payment ?? now().unresolved[0] ?? { attemptId: '', stateNumber: -1 }) {
  return { attemptId, stateNumber };
}

function scan(): string {
  const found = world().phone.scan(`HTTP://SEQR.SE/Q${now().setup.seqrId ?? ''}`);
  if (!found.ok) throw new Error(found.error);
  return found.value.invoiceReference;
}

async function charge(): Promise<string> {
  expect(await harness.ask({ kind: 'sale.charge', revision: now().sale.revision })).toEqual(OK);
  await harness.until(({ payment }) => payment?.screen.kind === 'waiting');
  return scan();
}

/** 149.00 that SEQR will not cancel, off the screen. */
async function setAside(): Promise<string> {
  await harness.ask({ kind: 'sale.addAmount', minor: 14_900 });
  const reference = await charge();
  world().setSwitches({ refused: { cancelInvoice: 51 } });
  expect(await harness.ask({ kind: 'payment.cancel', ...shown() })).toEqual(OK);
  await harness.until(({ payment }) => payment?.actions.setAside === true);
  expect(await harness.ask({ kind: 'payment.setAside', ...shown() })).toEqual(OK);
  return reference;
}

/** A supervisor says by SEQR's letter that it is not paid, while a read that says PAID is on its way. */
async function closedWhilePaying(): Promise<void> {
  const reference = await setAside();
  const paidIsSaid = holdAnswers();
  world().phone.pay(reference);
  await paidIsSaid;
  const word = { kind: 'payment.close', paid: false, ersReference: '', letter: 'SEQR-2026-17', reason: 'SEQR wrote', pin } as const;
  let result = await harness.ask({ ...word, ...shown() });
  // Out of date where the silence was written down while the PIN was looked at; whoever has pressed reads it again.
  if (!result.ok && result.problem.code === 'stale') result = await harness.ask({ ...word, ...shown() });
  expect(result).toEqual(OK);
  expect([states(), total()]).toEqual([['asideNotPaid'], 14_900]);
}

async function giveBack(): Promise<unknown> {
  const { revision } = now().disbursement;
  return harness.ask({ kind: 'payment.giveBack', ...shown(now().unresolved[0]), revision, reason: 'Paid twice', pin });
}

describe('PAID after an end (PF-06)', () => {
  test('completes the sale whose rows lie on the counter, and takes them away', async () => {
    await closedWhilePaying();
    letAnswersGo();
    await harness.until(({ lastReceipt }) => lastReceipt?.number === 1);
    expect(now().lastReceipt).toMatchObject({ total: { minor: 14_900 } });
    expect([states(), total()]).toEqual([['paidAfterEnd'], 0]);
  });

  test('completes nothing where they have been voided: its money goes back', async () => {
    await closedWhilePaying();
    expect(await harness.ask({ kind: 'sale.void', revision: now().sale.revision })).toEqual(OK);
    const before = balance();
    letAnswersGo();
    await harness.until(() => states().includes('paidVoided') && harness.till().quitWarning() === null);
    expect(now().lastReceipt).toBeNull();
    const item = now().unresolved.find(({ kind }) => kind === 'giveBack');
    expect(item).toMatchObject({ dismissable: false, amount: { minor: 14_900 }, receiptNumber: null });
    const { revision } = now().disbursement;
    const word = { kind: 'payment.giveBack', ...shown(item), revision, reason: 'Voided', pin } as const;
    expect(await harness.ask({ ...word, pin: '8642' })).toEqual(refusal('pin.wrong'));
    expect(await harness.ask(word)).toEqual(OK);
    await harness.until(({ disbursement }) => disbursement.current?.screen.kind === 'done');
    expect(balance()).toBe(before + 14_900);
    expect(states()).not.toContain('paidVoided');
    const [sale, returned] = await Promise.all([1, 2].map((number) => harness.till().call('receipt', number)));
    expect([sale?.total.minor, returned?.total.minor, returned?.vatTotal.minor]).toEqual([14_900, -14_900, -(sale?.vatTotal.minor ?? 0)]);
    await harness.restart();
    expect(states()).not.toContain('paidVoided');
  });

  test('completes nothing where they have been paid by another payment', async () => {
    await closedWhilePaying();
    const held = letAnswersGo;
    answers = Promise.resolve();
    world().setSwitches({ refused: {} });
    world().phone.pay(await charge());
    await harness.until(({ lastReceipt }) => lastReceipt?.number === 1);
    held();
    await harness.until(() => states().includes('paidOtherwise'));
    expect(now().unresolved.find(({ kind }) => kind === 'giveBack')).toMatchObject({ paidBy: 1 });
    expect(now().lastReceipt?.number).toBe(1);
  });
});

describe('a sale that a supervisor has freed (PF-16)', () => {
  test('has its rows back on the counter, and an end of the old payment moves none', async () => {
    const reference = await setAside();
    await harness.ask({ kind: 'sale.addAmount', minor: 500 });
    expect(await harness.ask({ kind: 'payment.free', ...shown(), pin })).toEqual(refusal('tab.free-waits'));
    expect(await harness.ask({ kind: 'sale.void', revision: now().sale.revision })).toEqual(OK);
    expect(await harness.ask({ kind: 'payment.free', ...shown(), pin })).toEqual(OK);
    expect([states(), total(), now().sale.locked]).toEqual([['freed'], 14_900, false]);
    expect(await harness.ask({ kind: 'payment.free', ...shown(), pin })).toEqual(refusal('stale'));
    await harness.restart();
    expect([states(), total()]).toEqual([['freed'], 14_900]);
    world().phone.decline(reference);
    await harness.until(({ unresolved }) => unresolved.length === 0);
    expect(total()).toBe(14_900);
  });

  test('is never completed by the old payment: what SEQR takes for it goes back, also after a restart', async () => {
    const reference = await setAside();
    const before = balance();
    expect(await harness.ask({ kind: 'payment.free', ...shown(), pin })).toEqual(OK);
    world().phone.pay(reference);
    await harness.until(() => states().includes('paidFreed') && harness.till().quitWarning() === null);
    expect([now().lastReceipt, total()]).toEqual([null, 14_900]);
    await harness.restart();
    await harness.until(() => states().includes('paidFreed') && harness.till().quitWarning() === null);
    expect(await giveBack()).toEqual(OK);
    await harness.until(({ unresolved }) => unresolved.length === 0);
    expect([balance(), total(), now().lastReceipt?.number]).toEqual([before, 14_900, 2]);
  });

  test('whose money SEQR refuses to refund for good is closed by a supervisor, and not before', async () => {
    const reference = await setAside();
    expect(await harness.ask({ kind: 'payment.free', ...shown(), pin })).toEqual(OK);
    world().phone.pay(reference);
    await harness.until(() => states().includes('paidFreed') && harness.till().quitWarning() === null);
    const close = () => harness.ask({ kind: 'payment.closeRefused', ...shown(now().unresolved[0]), reason: 'Paid out in cash', pin });
    expect(await close()).toEqual(refusal('stale'));
    world().setSwitches({ refused: { refundPayment: 98 } });
    expect(await giveBack()).toEqual(OK);
    await harness.until(({ disbursement }) => disbursement.current?.screen.kind === 'refused');
    expect(await close()).toEqual(refusal('stale'));
    world().setSwitches({ refused: { refundPayment: 97 } });
    expect(await giveBack()).toEqual(OK);
    await harness.until(({ unresolved }) => unresolved[0]?.refundRefused === true);
    expect(now().unresolved).toMatchObject([{ state: 'paidFreed', dismissable: false }]);
    expect(await close()).toEqual(OK);
    expect(now().unresolved).toEqual([]);
  });

  test('that no refund gives back is closed by a supervisor after its time, when it has been tried and a close could not tell (PF-30)', async () => {
    const reference = await setAside();
    expect(await harness.ask({ kind: 'payment.free', ...shown(), pin })).toEqual(OK);
    world().phone.pay(reference);
    await harness.until(() => states().includes('paidFreed') && harness.till().quitWarning() === null);
    const word = { kind: 'payment.close', paid: false, ersReference: '', letter: '', reason: 'Paid out in cash', pin } as const;
    const close = () => harness.ask({ ...word, ...shown(now().unresolved[0]) });
    expect(await close()).toEqual(refusal('unresolved.close'));
    expect(await harness.ask({ kind: 'day.close', password: '1234', keep: null })).toEqual(OK);
    world().advance(3_000);
    await harness.until(({ day }) => day.lastNumber === 1);
    expect(await close()).toEqual(refusal('unresolved.hours'));
    world().advance(25 * 3_600_000);
    await harness.ask({ kind: 'health.check' });
    expect(await close()).toEqual(refusal('unresolved.give-back-first'));
    world().setSwitches({ refused: { refundPayment: 48 } });
    expect(await giveBack()).toEqual(OK);
    await harness.until(({ disbursement }) => disbursement.current?.screen.kind === 'refused');
    expect(await close()).toEqual(OK);
    expect(states()).toEqual([]);
  });
});
