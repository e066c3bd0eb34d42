import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { AttemptState } from '../../payment/index.ts';
import { FACTS } from '../../payment/testing/example.ts';
import { newRecord } from '../payments/record.ts';
import { carryOut } from '../rule.ts';
import type { Gate } from '../rule.ts';
import type { Services } from '../service/services.ts';
import { keepSettings } from '../settings/settings-keeper.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { createDisbursementHarness, said } from '../testing/disbursement-harness.ts';
import type { DisbursementHarness } from '../testing/disbursement-harness.ts';
import { createSender } from './disbursement-sender.ts';
import { refundIntents } from './intents.ts';
import type { RefundParts } from './intents.ts';
import { createRefundees } from './refundees.ts';
import { createRefunding } from './refunding.ts';
import type { Refunding } from './refunding.ts';

const ENDPOINT = 'https://seqr.example/soap';
const PAYMENT = { ersReference: '2015102910184861801032678', afterRestart: false, wonAgainstCancel: false } as const;
const COMPLETED: AttemptState = { kind: 'completed', invoiceReference: '20151029186719114', payment: PAYMENT };
const TERMINAL = { name: 'Till 1', externalTerminalId: 'Store 1/Till 1', terminalId: 't' } as const;

let harness: DisbursementHarness;
let settings: SettingsKeeper;
let refunding: Refunding;
/** What happens while the PIN is looked at. */
let meanwhile: () => Promise<unknown>;
let isMarking: boolean;

/** Receipt 1 was paid by attempt A1, which is in this state and was made through {@link ENDPOINT}. */
function paidBy(state: AttemptState): void {
  harness.journal.write({ entries: [], attempts: [{ ...newRecord({ ...FACTS, id: 'A1', endpoint: ENDPOINT }), state }] });
}

beforeEach(() => {
  harness = createDisbursementHarness();
  const nowIso = (): string => new Date(harness.clock.wallMs()).toISOString();
  settings = keepSettings(
    { load: () => undefined, save: () => undefined, keepCopy: () => undefined, keepDamaged: () => undefined },
    nowIso,
    {
      log: () => undefined,
      appVersion: '0.0.0',
    },
  );
  settings.profile.save({ endpoint: ENDPOINT, terminal: TERMINAL });
  meanwhile = () => Promise.resolve();
  isMarking = false;
  // No other doors are tried here.
  const services: Pick<Services, 'credentials' | 'opened' | 'waitsForKeychain' | 'isLocked'> = {
    opened: () => Promise.resolve(),
    credentials: ({ terminalId: id }) => (id === TERMINAL.terminalId ? { type: 'TERMINALID', id, password: 'p' } : null),
    waitsForKeychain: () => false,
    isLocked: () => false,
  };
  const sender = createSender({
    settings,
    services: services as Services,
    randomBytes: (count) => new Uint8Array(count),
    nowIso,
    disbursement: harness.desk(),
    moneyRefusal: () => (isMarking ? 'day.marking' : null),
    registrationHolds: () => Promise.resolve(true),
  });
  refunding = createRefunding({
    journal: harness.journal,
    desk: NO_PAYMENTS,
    refundees: createRefundees({ settings, services: services as Services, journal: harness.journal, isRestOpen: () => false }),
    sender,
  });
});
afterEach(() => harness.close());

/** What is given back here has a receipt already. */
const NO_PAYMENTS = { toGiveBack: () => null, makeReturnable: () => null };

/** By the intent's own rule, past an owner who is right and slow. */
function send(intent: IntentOf<'refund.send'>): Promise<IntentResult> {
  const owner: Gate['owner'] = {
    async allowed(_pin, act) {
      await meanwhile();
      return act();
    },
    isKnown: () => true,
    stays: () => undefined,
  };
  const gate: Gate = { owner, setUpRefusal: () => null, changeTerminal: async (act) => act(), isGone: () => false };
  return carryOut(refundIntents['refund.send'], { refunding } as RefundParts, intent, gate);
}

const refund = (): IntentOf<'refund.send'> => ({
  kind: 'refund.send',
  number: 1,
  revision: harness.desk().revision(),
  wish: { kind: 'amount', minor: 1_000 },
  minor: 1_000,
  reason: 'Wrong size',
  pin: '4711',
});

describe('a refund', () => {
  test('is refused when SEQR has begun to end the day while the PIN was looked at (PF-24)', async () => {
    paidBy(COMPLETED);
    meanwhile = () => {
      isMarking = true;
      return Promise.resolve();
    };
    expect(await send(refund())).toEqual({ ok: false, problem: { code: 'day.marking' } });
    expect(harness.calls).toEqual([]);
  });

  test('of a payment that is settled, through its endpoint, is sent', async () => {
    paidBy(COMPLETED);
    expect(refunding.view(1)?.problem).toBeNull();
    expect(await send(refund())).toEqual({ ok: true });
    expect(harness.calls).toHaveLength(1);
  });

  test.each<[string, string, AttemptState, Parameters<SettingsKeeper['profile']['save']>[0]]>([
    ['whose till now has another endpoint', 'refund.other-endpoint', COMPLETED, { endpoint: 'https://other.example/soap' }],
    ['whose till now practises', 'refund.other-endpoint', COMPLETED, { endpoint: 'simulator' }],
    ['whose till has no terminal', 'refund.no-terminal', COMPLETED, { terminal: null }],
    ['whose terminal has no password', 'secrets.unreadable', COMPLETED, { terminal: { ...TERMINAL, terminalId: 'u' } }],
    ['that SEQR took back', 'refund.reversed', { ...COMPLETED, kind: 'reversed' }, {}],
    ['that is not confirmed yet', 'refund.not-confirmed', { ...COMPLETED, kind: 'paid', version: 1 }, {}],
    ['whose reference is not known', 'refund.not-confirmed', { ...COMPLETED, payment: { ...PAYMENT, ersReference: null } }, {}],
  ])('of a payment %s is refused with %s, and nothing leaves (PF-14, PF-24)', async (_name, code, state, profile) => {
    paidBy(state);
    settings.profile.save(profile);
    expect(refunding.view(1)?.problem).toEqual({ code });
    expect(await send(refund())).toEqual({ ok: false, problem: { code } });
    expect(harness.calls).toEqual([]);
  });

  test('that another tap has carried out while the PIN was looked at is not made a second time (PF-26)', async () => {
    paidBy(COMPLETED);
    const tapped = refund();
    meanwhile = async () => {
      meanwhile = () => Promise.resolve();
      expect(await send(tapped)).toEqual({ ok: true });
      await harness.answer(said(0));
    };
    expect(await send(tapped)).toEqual({ ok: false, problem: { code: 'stale' } });
    expect(harness.calls).toHaveLength(1);
    expect(harness.journal.refundsOf(1).map(({ state }) => state.kind)).toEqual(['done']);
  });
});
