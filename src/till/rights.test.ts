import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import type { Intent, IntentKind } from '../contract/intents.ts';
import { EVERY_KIND, intentOf } from './testing/every-intent.ts';
import { createTillHarness, mustDo } from './testing/till-harness.ts';
import type { TillHarness } from './testing/till-harness.ts';

/*
 * Who may ask what, when: every intent, in every phase of a till, by somebody with no PIN, a wrong one and the right one.
 * What is expected is written down here by hand, and held against a whole till.
 */

const PIN = '4711';
const WRONG = '9753';
const WHO = { none: undefined, wrong: WRONG, right: PIN } as const;
type Who = keyof typeof WHO;

/** How far the till is, and whether it has an owner. A set-up with an owner was begun in an earlier run of the till. */
const PHASES = ['unset', 'wizard', 'wizard with an owner', 'practice', 'practice with an owner', 'live'] as const;
type PhaseName = (typeof PHASES)[number];

/** What the rights say, `through` if nothing: whatever is answered then is about something else. */
const RIGHTS = ['pin.wrong', 'pin.needed', 'pin.none', 'setup.done', 'setup.locked'] as const;
type Verdict = (typeof RIGHTS)[number] | 'through';

/** The pages of the set-up. */
const SET_UP: readonly IntentKind[] = [
  'setup.practise',
  'setup.go',
  'setup.service',
  'setup.business',
  'setup.owner',
  'setup.reseller',
  'setup.terminal',
  'setup.assignSeqrId',
  'setup.stickerDone',
  'setup.testPayment',
  'setup.finish',
];

/** Money that leaves the shop, where it goes, and whose it is: the owner's. */
const OWNERS: readonly IntentKind[] = [
  'refund.send',
  'refund.sendAgain',
  'payOut.send',
  'cashier.save',
  'day.finishWithout',
  'day.attach',
  'payment.close',
  'payment.closeRefused',
  'payment.free',
  'payment.giveBack',
  'payment.takePart',
  'day.closeLines',
  'day.takeUpRow',
  'day.absence',
  'day.scope',
  'owner.check',
  'owner.change',
  'owner.newCode',
  'wire.change',
  'business.change',
  'loyalty.change',
  'tabs.change',
  'terminal.assignSeqrId',
  'terminal.unregister',
];

/** Those first that an open payment would hold up. */
const IN_ORDER = EVERY_KIND.toSorted((a, b) => rank(a) - rank(b));

/** First what a recovery code in the journal would answer: choosing an owner leaves one there, whatever the settings say later. */
function rank(kind: IntentKind): number {
  if (kind === 'owner.recover') return 0;
  return holdsStill(kind) ? 1 : 2;
}

function holdsStill(kind: IntentKind): boolean {
  return kind.startsWith('setup.') || kind.startsWith('terminal.');
}

function expected(kind: IntentKind, phase: PhaseName, who: Who): Verdict {
  const hasOwner = phase === 'live' || phase.endsWith('with an owner');
  if (SET_UP.includes(kind)) {
    if (phase === 'live' || phase.startsWith('practice')) return 'setup.done';
    if (!hasOwner || who === 'right') return 'through';
    return 'setup.locked';
  }
  if (kind === 'setup.leavePractice') {
    if (phase !== 'practice with an owner') return 'through';
    return { none: 'pin.needed', wrong: 'pin.wrong', right: 'through' }[who] as Verdict;
  }
  if (kind === 'owner.recover') return hasOwner ? 'through' : 'pin.none';
  if (!OWNERS.includes(kind)) return 'through';
  if (who === 'none') return 'pin.needed';
  if (hasOwner) return who === 'right' ? 'through' : 'pin.wrong';
  // In practice the first PIN becomes the owner's.
  return phase === 'practice' ? 'through' : 'pin.none';
}

let harness: TillHarness;
beforeEach(async () => {
  harness = await createTillHarness(createVirtualClock());
});
afterEach(() => harness.close());

async function bring(phase: PhaseName): Promise<void> {
  const endpoint = harness.simulator.soapUrl;
  const ask = (intent: Intent): Promise<void> => mustDo(harness, intent);
  const owner = { kind: 'setup.owner', pin: PIN, pinAgain: PIN, cashierNumber: '7', cashierName: 'Anna' } as const;
  switch (phase) {
    case 'unset':
      return;
    case 'wizard':
      return ask({ kind: 'setup.service', service: { kind: 'endpoint', endpoint } });
    case 'wizard with an owner':
      await ask({ kind: 'setup.service', service: { kind: 'endpoint', endpoint } });
      return ask(owner);
    case 'practice':
    case 'practice with an owner':
      await ask({ kind: 'setup.practise' });
      if (phase === 'practice with an owner') await ask(owner);
      return ask({ kind: 'setup.finish' });
    case 'live':
      await ask({ kind: 'setup.service', service: { kind: 'endpoint', endpoint } });
      await ask(owner);
      await ask({ kind: 'setup.reseller', id: 'fredellsfisk', userId: '9900', password: '2009', consent: false });
      await ask({ kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' });
      await ask({ kind: 'setup.assignSeqrId', seqrId: 'FISK01' });
      // The real payment of the wizard is another test's.
      await harness.startWith(JSON.stringify({ ...stored(), live: { ...stored().live, testPaid: true, done: true } }));
  }
}

interface Stored {
  readonly mode: string;
  readonly practice: Readonly<Record<string, unknown>>;
  readonly live: Readonly<Record<string, unknown>>;
}

function stored(): Stored {
  return JSON.parse(harness.settings()) as Stored;
}

/** The settings, without the count of wrong tries. */
function exceptTries(): object {
  const { live, practice, ...rest } = harness.settings() === '' ? { live: {}, practice: {} } : stored();
  return { ...rest, live: { ...live, ownerTries: 0 }, practice: { ...practice, ownerTries: 0 } };
}

/** What the till answers, as far as it is about rights. What is refused for them changes nothing. */
async function verdictOn(kind: IntentKind, who: Who): Promise<Verdict> {
  const pin = WHO[who];
  // The pages of the set-up carry no PIN: it is given before.
  if (SET_UP.includes(kind) && pin !== undefined) await harness.ask({ kind: 'owner.check', pin });
  const before = exceptTries();
  const result = await harness.ask(intentOf(kind, harness.till().snapshot(), { pin, endpoint: harness.simulator.soapUrl }));
  const refusal = result.ok ? undefined : RIGHTS.find((code) => code === result.problem.code);
  if (refusal !== undefined) expect(exceptTries(), kind).toEqual(before);
  return refusal ?? 'through';
}

describe.each(PHASES)('in the phase "%s"', (phase) => {
  test.each(Object.keys(WHO) as readonly Who[])('with %s PIN: every intent is let through or refused as the table says', async (who) => {
    await bring(phase);
    const begun = harness.settings();
    const verdicts: Record<string, Verdict> = {};
    let isOther = true;
    for (const kind of IN_ORDER) {
      // What an earlier one has changed, whom it has let in, and whom it keeps waiting, is forgotten.
      if (isOther || harness.settings() !== begun) await harness.startWith(begun);
      verdicts[kind] = await verdictOn(kind, who);
      isOther = who !== 'none' && (SET_UP.includes(kind) || OWNERS.includes(kind));
    }
    expect(verdicts).toEqual(Object.fromEntries(EVERY_KIND.map((kind) => [kind, expected(kind, phase, who)])));
  });
});
