import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Intent } from '../../contract/intents.ts';
import { closePaper } from '../../day/index.ts';
import { createHeldTill } from '../testing/held/held-till.ts';
import type { HeldTill } from '../testing/held/held-till.ts';
import { closeDay, makeGround, must, PASSWORD, PIN, setUpLive } from '../testing/held/shop.ts';

const refusal = (code: string) => ({ ok: false, problem: { code } });
const NEW = { newPin: '8642', newPinAgain: '8642' } as const;
const check = (pin: string): Intent => ({ kind: 'owner.check', pin });

let live: Awaited<ReturnType<typeof makeGround>>;
let till: HeldTill;
beforeAll(async () => {
  live = await makeGround(setUpLive);
});
afterAll(() => live.remove());
beforeEach(async () => {
  till = await createHeldTill(live.ground);
});
afterEach(() => till.close());

interface Stored {
  readonly live: Readonly<Record<string, unknown>>;
}
const stored = (): Stored => JSON.parse(till.settings() ?? '') as Stored;

/** The kinds of the entries about the owner, in their order. */
function entries(): readonly string[] {
  return till.readJournal('live').filter((kind) => kind.startsWith('owner.'));
}

async function newCode(): Promise<string> {
  const made = await till.ask({ kind: 'owner.newCode', pin: PIN });
  return made.ok ? (made.detail ?? '') : '';
}

describe('a wrong PIN', () => {
  test('is counted on disk: a restart gives nobody another try, and a right one begins anew', async () => {
    for (let tries = 0; tries < 5; tries += 1) expect(await till.ask(check('9753'))).toEqual(refusal('pin.wrong'));
    expect(stored().live['ownerTries']).toBe(5);
    await till.restart();
    expect(await till.ask(check(PIN))).toMatchObject(refusal('pin.locked'));
    await till.clock.advance(30_000);
    expect(await till.ask(check('9753'))).toEqual(refusal('pin.wrong'));
    expect(await till.ask(check(PIN))).toMatchObject(refusal('pin.locked'));
    await till.clock.advance(30_000);
    expect(await till.ask(check(PIN))).toEqual({ ok: true });
    expect(stored().live['ownerTries']).toBe(0);
  });

  test('is an entry of the journal, and waits for one while none can be written', async () => {
    await till.ask(check('9753'));
    expect(entries()).toEqual(['owner.changed', 'owner.refused']);
  });

  test('is looked at one at a time, beside everything else, and only so many wait', async () => {
    till.hands.hold((what) => what === 'pin.derive');
    const pressed = Array.from({ length: 12 }, () => till.press({ kind: 'day.scope', pin: '9753', scope: 'shop' }));
    await till.settle();
    expect(till.hands.held()).toHaveLength(1);
    expect(pressed.filter(({ result }) => result() !== null).map(({ result }) => result())).toEqual(
      Array.from({ length: 4 }, () => refusal('pin.busy')),
    );
    await must(till, { kind: 'sale.addAmount', minor: 1_000 });
  });
});

describe('a PIN that cannot be read', () => {
  test.each([
    ['cut', { salt: 'sdqJwc53U1jgabhcRhZShw==', hash: 'n79A' }],
    ['of another type', 12],
    ['without its salt', { hash: 'n79Al+ck6jwPcHLvSLiZBj5l0HHuAaHF7itUtCGUf0Q=' }],
  ])('because it is %s: opens nothing, is nobody’s to choose, and the recovery code is the way out', async (_what, ownerPin) => {
    const code = await newCode();
    await till.restart(JSON.stringify({ ...stored(), live: { ...stored().live, ownerPin } }));
    expect(till.shown()).toMatchObject({ setup: { done: true, owner: { pinSet: true } } });
    expect(till.shown().notices.map(({ problem }) => problem.code)).toContain('pin.damaged');
    expect(await till.ask(check('8642'))).toEqual(refusal('pin.damaged'));
    expect(await till.ask(check(PIN))).toEqual(refusal('pin.damaged'));
    expect(await till.ask({ kind: 'owner.recover', code, ...NEW })).toMatchObject({ ok: true });
    expect(await till.ask(check('8642'))).toEqual({ ok: true });
  });
});

describe('the recovery code', () => {
  test('is told when the PIN is chosen, can be saved then, and lies on disk as a hash only', async () => {
    const code = await newCode();
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(till.settings()).not.toContain(code);
    expect(JSON.stringify(till.shown())).not.toContain(code);
    expect(await till.ask({ kind: 'owner.saveCode' })).toMatchObject({ ok: true });
    expect(till.savedTexts().at(-1)).toContain(code);
    await till.clock.advance(11 * 60_000);
    expect(await till.ask({ kind: 'owner.saveCode' })).toEqual(refusal('pin.no-code'));
  });

  test('sets another PIN and makes another code; it is an entry and stands on the next close', async () => {
    const code = await newCode();
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const recovered = await till.ask({ kind: 'owner.recover', code: typed, ...NEW });
    expect(recovered).toMatchObject({ ok: true });
    expect(recovered.ok ? recovered.detail : '').not.toBe(code);
    expect(await till.ask(check(PIN))).toEqual(refusal('pin.wrong'));
    expect(await till.ask({ kind: 'owner.recover', code, ...NEW })).toEqual(refusal('pin.recovery-wrong'));
    expect(entries()).toEqual(['owner.changed', 'owner.recovered', 'owner.refused', 'owner.refused']);
    await closeDay(till);
    await closeDay(till);
    const papers = await Promise.all([1, 2].map(async (number) => JSON.stringify(await paperOf(number))));
    expect(papers.map((paper) => paper.includes('återställningskoden'))).toEqual([true, false]);
  });

  test('that is wrong counts as a wrong PIN does', async () => {
    for (let tries = 0; tries < 5; tries += 1) await till.ask({ kind: 'owner.recover', code: 'AAAAA', ...NEW });
    expect(await till.ask(check(PIN))).toMatchObject(refusal('pin.locked'));
  });
});

test('the reseller’s password recovers only where the till keeps it, so that no close asks a cashier for it', async () => {
  const recover = { kind: 'owner.recover', code: PASSWORD, ...NEW } as const;
  expect(till.shown().setup.owner.recoverBy).toBe('code');
  expect(await till.ask(recover)).toEqual(refusal('pin.recovery-wrong'));
  await must(till, { kind: 'day.close', password: PASSWORD, keep: { pin: PIN, consent: false } });
  await till.clock.advance(20_000);
  expect(till.shown().setup.owner.recoverBy).toBe('codeOrPassword');
  expect(await till.ask(recover)).toMatchObject({ ok: true });
  expect(await till.ask(check('8642'))).toEqual({ ok: true });
});

test('the owner changes the PIN with the old one; a weak one, or two that differ, is no try', async () => {
  const change = { kind: 'owner.change', pin: PIN } as const;
  expect(await till.ask({ ...change, newPin: '0000', newPinAgain: '0000' })).toEqual(refusal('setup.pin-weak'));
  expect(await till.ask({ ...change, newPin: '8642', newPinAgain: '8643' })).toEqual(refusal('setup.pin-mismatch'));
  expect(await till.ask({ ...change, pin: '9753', ...NEW })).toEqual(refusal('pin.wrong'));
  expect(await till.ask({ ...change, ...NEW })).toEqual({ ok: true });
  expect(await till.ask(check(PIN))).toEqual(refusal('pin.wrong'));
  expect(await till.ask(check('8642'))).toEqual({ ok: true });
});

test('the first PIN of practice is not a weak one, and is chosen anew without a code: it guards no money', async () => {
  const practice = await createHeldTill();
  await must(practice, { kind: 'setup.practise' });
  await must(practice, { kind: 'setup.finish' });
  expect(await practice.ask(check('0000'))).toEqual(refusal('setup.pin-weak'));
  expect(await practice.ask(check(PIN))).toEqual({ ok: true });
  expect(practice.shown().setup.owner.recoverBy).toBe('nothing');
  expect(await practice.ask({ kind: 'owner.recover', code: '', ...NEW })).toEqual({ ok: true });
  expect(await practice.ask(check('8642'))).toEqual({ ok: true });
  await practice.close();
});

test('the first PIN of practice does not become the real service’s when practice is left meanwhile', async () => {
  const practice = await createHeldTill();
  await must(practice, { kind: 'setup.practise' });
  await must(practice, { kind: 'setup.finish' });
  practice.hands.hold((what) => what === 'pin.derive');
  const payOut = practice.press({
    kind: 'payOut.send',
    revision: practice.shown().disbursement.revision,
    userId: '46700000001',
    minor: 100,
    description: 'PrizeOfTheDay',
    pin: PIN,
  });
  await practice.settle();
  await must(practice, { kind: 'setup.leavePractice' });
  practice.hands.letGo();
  await practice.settle();
  expect(payOut.result()).toEqual(refusal('stale'));
  expect(practice.shown().setup.owner.pinSet).toBe(false);
  await practice.close();
});

async function paperOf(number: number) {
  const document = await till.till().call('close', number);
  return document === null ? [] : closePaper(document.close);
}
