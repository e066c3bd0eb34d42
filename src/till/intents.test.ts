import { describe, expect, expectTypeOf, test } from 'vitest';
import { intentSchema } from '../contract/intents.ts';
import type { Intent, IntentKind } from '../contract/intents.ts';
import type { IntentResult } from '../contract/ipc.ts';
import { createIntents, INTENTS, ROOMS } from './intents.ts';
import type { TillParts } from './intents.ts';
import type { DeclaredOnce, RightOf } from './rule.ts';
import type { Session } from './session.ts';
import { parseSettings } from './settings/parse-settings.ts';

const SCHEMAS = intentSchema.options.map(({ shape }) => ({ kind: shape.kind.value, fields: Object.keys(shape) }));
const KINDS = Object.keys(INTENTS) as IntentKind[];
const ofKind = (wanted: (kind: IntentKind) => boolean): readonly IntentKind[] => KINDS.filter(wanted);

const OK: IntentResult = { ok: true };
const REFUSED: IntentResult = { ok: false, problem: { code: 'pin.wrong' } };

/** The refund that the window shows. */
const SHOWN = { id: 'R1', stateNumber: 2 } as const;

/** As much of an intent as is looked at before it is carried out. */
function asked(kind: IntentKind): Intent {
  return { kind, ...SHOWN, pin: '4711', keep: { pin: '4711', consent: true }, reference: 'SEQR-2026-1' } as unknown as Intent;
}

/** Whatever is asked of it is said to be well, and noted. */
function agreeable(done: string[], path = ''): object {
  const say = (): IntentResult => {
    done.push(path);
    return OK;
  };
  return new Proxy(say, { get: (_say, name) => (name === 'then' ? undefined : agreeable(done, `${path}.${String(name)}`)) });
}

/** A till in which everything agrees but what a test is about. */
function opened({ isMarking = false, ownerSays = OK, hasSession = true }) {
  const done: string[] = [];
  const pins: string[] = [];
  const parts = new Proxy({} as TillParts, {
    get: (_parts, name) => (name === 'setup' ? setup : agreeable(done, String(name))),
  });
  const setup = new Proxy({} as TillParts['setup'], {
    get: (_setup, name) => (name === 'inTurn' ? (step: () => Promise<IntentResult>) => step() : agreeable(done, `setup.${String(name)}`)),
  });
  const known: Readonly<Record<string, unknown>> = {
    disbursement: {
      unresolved: () => [{ facts: { id: SHOWN.id }, stateNumber: SHOWN.stateNumber }],
      resolve: agreeable(done, 'disbursement.resolve'),
    },
  };
  const session = new Proxy({} as Session, { get: (_session, name) => known[String(name)] ?? agreeable(done, String(name)) });
  const apply = createIntents({
    parts,
    owner: {
      async allowed(pin, act) {
        pins.push(pin);
        return ownerSays.ok ? act() : ownerSays;
      },
      isKnown: () => true,
      stays: () => undefined,
      isPresent: () => true,
    },
    settings: { get: () => parseSettings({}).settings },
    way: { moneyRefusal: () => (isMarking ? 'day.marking' : null), change: async (act) => act() },
    session: () => (hasSession ? session : null),
  });
  return { apply, done, pins };
}

describe('the table of intents', () => {
  test('has every kind of the contract, declared by one room', () => {
    expect(KINDS.toSorted()).toEqual(SCHEMAS.map(({ kind }) => kind).toSorted());
    expect(ROOMS.flatMap((room) => Object.keys(room)).toSorted()).toEqual(KINDS.toSorted());
  });

  test.each(ofKind((kind) => INTENTS[kind].movesMoney))('%s moves money, and waits while SEQR ends the day (PF-24)', async (kind) => {
    const { apply, done, pins } = opened({ isMarking: true });
    expect(await apply(asked(kind))).toEqual({ ok: false, problem: { code: 'day.marking' } });
    expect({ done, pins }).toEqual({ done: [], pins: [] });
  });

  test('names as moving money whatever may send an invoice, a refund or a pay-out', () => {
    expect(ofKind((kind) => INTENTS[kind].movesMoney).toSorted()).toEqual(
      [
        'payOut.send',
        'payment.giveBack',
        'payment.sendAgain',
        'refund.send',
        'refund.sendAgain',
        'sale.charge',
        'setup.testPayment',
        'tab.open',
        'tab.capture',
      ].toSorted(),
    );
  });

  test.each(SCHEMAS.filter(({ fields }) => fields.includes('pin') && !fields.includes('pinAgain')).map(({ kind }) => kind))(
    '%s carries a PIN: without the right one nothing is done',
    async (kind) => {
      expect(INTENTS[kind].right).toBe(kind === 'setup.leavePractice' ? 'ownerIfAny' : 'owner');
      const { apply, done, pins } = opened({ ownerSays: REFUSED });
      expect(await apply(asked(kind))).toEqual(REFUSED);
      expect(pins).toEqual(['4711']);
      expect(done.filter((what) => !what.endsWith('.ready') && what !== 'mode.mayLeavePractice')).toEqual([]);
    },
  );

  test.each(SCHEMAS.filter(({ fields }) => fields.includes('keep')).map(({ kind }) => kind))(
    '%s needs the PIN to keep a password, and only for that',
    async (kind) => {
      const { apply, done, pins } = opened({ ownerSays: REFUSED });
      expect(await apply(asked(kind))).toEqual(REFUSED);
      expect(pins).toEqual(['4711']);
      expect(done.filter((what) => what !== 'day.connected')).toEqual([]);
      expect(await apply({ ...asked(kind), keep: null } as Intent)).toEqual(OK);
      expect(pins).toHaveLength(1);
    },
  );

  test('lets anybody do what carries no PIN, but for the set-up', () => {
    const carriesNone = SCHEMAS.filter(
      ({ fields }) => (!fields.includes('pin') || fields.includes('pinAgain')) && !fields.includes('keep'),
    );
    for (const { kind } of carriesNone) {
      const isPage = kind.startsWith('setup.') && kind !== 'setup.saveSticker';
      expect(INTENTS[kind].right, kind).toBe(isPage ? 'setUp' : 'anyone');
    }
  });

  test.each(ofKind((kind) => INTENTS[kind].without !== undefined))('%s is refused while no journal is open', async (kind) => {
    const { apply, done, pins } = opened({ hasSession: false });
    expect(await apply(asked(kind))).toEqual({ ok: false, problem: { code: INTENTS[kind].without } });
    expect({ done, pins }).toEqual({ done: [], pins: [] });
  });
});

describe('the compiler', () => {
  test('knows who may from what an intent carries', () => {
    expectTypeOf<RightOf<'sale.charge'>>().toEqualTypeOf<'anyone'>();
    expectTypeOf<RightOf<'setup.owner'>>().toEqualTypeOf<'setUp'>();
    expectTypeOf<RightOf<'setup.finish'>>().toEqualTypeOf<'setUp'>();
    expectTypeOf<RightOf<'setup.leavePractice'>>().toEqualTypeOf<'ownerIfAny'>();
    expectTypeOf<RightOf<'refund.send'>>().toEqualTypeOf<'owner'>();
    expectTypeOf<RightOf<'day.close'>>().toEqualTypeOf<'ownerToKeep'>();
  });

  test('has no table for a kind that two rooms declare', () => {
    type Sales = { readonly 'sale.undo': 1; readonly 'sale.void': 1 };
    expectTypeOf<DeclaredOnce<readonly [Sales, { readonly 'sale.undo': 2 }], 'the table'>>().toEqualTypeOf<'sale.undo'>();
    expectTypeOf<DeclaredOnce<readonly [Sales, { readonly 'sale.scan': 2 }], 'the table'>>().toEqualTypeOf<'the table'>();
  });
});

test('an intent whose journal is closed while it waits has no effect', async () => {
  const done: string[] = [];
  let session: Session | null = new Proxy({} as Session, {
    get: (_session, name) => (name === 'closes' ? { isMarking: () => false } : agreeable(done, String(name))),
  });
  const apply = createIntents({
    parts: {} as TillParts,
    owner: { allowed: async (_pin, act) => act(), isKnown: () => true, isPresent: () => true, stays: () => undefined },
    settings: { get: () => parseSettings({}).settings },
    way: { moneyRefusal: () => null, change: async (act) => act() },
    session: () => session,
  });
  const answer = apply({ kind: 'sale.charge', revision: 1 });
  session = null;
  expect(await answer).toEqual({ ok: false, problem: { code: 'stale' } });
  expect(done).toEqual(['charging.ready']);
});
