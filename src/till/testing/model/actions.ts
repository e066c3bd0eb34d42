import type { Intent } from '../../../contract/intents.ts';
import type { PaymentActions, UnresolvedItem } from '../../../contract/payment-view.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import type { Till } from '../../till.ts';
import type { PaymentLetter } from './letters.ts';
import { LIVE_ENDPOINT } from './machine.ts';
import { LIVE_PAGES, PIN, RESELLER_PASSWORD } from './template.ts';

/** What somebody in front of a window sees, and has in hand. */
export interface Seen {
  readonly snapshot: Snapshot;
  /** To look at lists; never to press. */
  readonly till: Till;
  /** A number that no row, name or code had before. */
  readonly fresh: () => number;
  /** Of a customer, for a pay-out. */
  readonly userId: string;
  /** What SEQR's letter would say about this refund or pay-out; null: SEQR cannot say yet. */
  readonly letter: (id: string) => boolean | null;
  /** The same about a payment. */
  readonly letterAboutPayment: (id: string) => PaymentLetter | null;
}

type Offers = readonly Intent[];

/** Something a person can do: each intent is a button that can be pressed now, with what is typed before. None: it cannot. */
export type Action = (seen: Seen) => Offers | Promise<Offers>;

const NOTHING: Offers = [];
const when = (can: boolean, ...intents: Offers): Offers => (can ? intents : NOTHING);

const price = (number: number): number => 1_000 + ((number * 731) % 8_999);
/** Of rows that cost the same: an amount alone tells nobody which sale it is. */
const COMMON_PRICE = 1_000;
const isSelling = ({ mode, setup }: Snapshot): boolean => mode !== 'unset' && setup.done;

/** A button of the payment's screen. */
function paymentButton(
  name: keyof PaymentActions,
  kind: 'cancel' | 'keepWaiting' | 'sendAgain' | 'giveUp' | 'customerSaysPaid' | 'setAside' | 'dismiss' | 'change',
): Action {
  return ({ snapshot: { payment } }) =>
    payment !== null && payment.actions[name]
      ? [{ kind: `payment.${kind}`, attemptId: payment.attemptId, stateNumber: payment.stateNumber }]
      : NOTHING;
}

const sale = {
  ringUp: ({ snapshot, fresh }) => {
    if (snapshot.sale.locked || !isSelling(snapshot)) return NOTHING;
    const number = fresh();
    const vatRate = [2_500, 1_200, 600][number % 3] ?? 2_500;
    return [price(number), COMMON_PRICE].map((minor): Intent => ({ kind: 'sale.addFree', name: `R${number}`, minor, vatRate }));
  },
  removeRow: ({ snapshot: { sale: shown } }) =>
    shown.locked ? NOTHING : shown.sale.rows.map((row): Intent => ({ kind: 'sale.removeRow', rowId: row.id })),
  undo: ({ snapshot: { sale: shown } }) => when(shown.canUndo, { kind: 'sale.undo' }),
  void: ({ snapshot: { sale: shown } }) =>
    when(!shown.locked && shown.sale.rows.length > 0, { kind: 'sale.void', revision: shown.revision }),
  scanCard: ({ snapshot }) => when(!snapshot.sale.locked && isSelling(snapshot), { kind: 'sale.scan', code: '97521234' }),
  charge: ({ snapshot }) =>
    when(isSelling(snapshot) && snapshot.sale.sale.rows.length > 0, { kind: 'sale.charge', revision: snapshot.sale.revision }),
} satisfies Record<string, Action>;

const payment = {
  cancel: paymentButton('cancel', 'cancel'),
  keepWaiting: paymentButton('keepWaiting', 'keepWaiting'),
  sendAgain: paymentButton('sendAgain', 'sendAgain'),
  giveUp: paymentButton('giveUp', 'giveUp'),
  customerSaysPaid: paymentButton('customerSaysPaid', 'customerSaysPaid'),
  setAside: paymentButton('setAside', 'setAside'),
  dismiss: paymentButton('dismiss', 'dismiss'),
  change: paymentButton('change', 'change'),
  leaveUnchanged: ({ snapshot: { payment: shown } }) =>
    shown?.changing === true ? [{ kind: 'payment.leaveUnchanged', attemptId: shown.attemptId, stateNumber: shown.stateNumber }] : NOTHING,
  update: ({ snapshot: { payment: shown, sale: open } }) =>
    shown?.changing === true
      ? [{ kind: 'payment.update', attemptId: shown.attemptId, stateNumber: shown.stateNumber, revision: open.revision }]
      : NOTHING,
  swipe: ({ snapshot: { payment: shown } }) =>
    shown?.actions.change === true
      ? [{ kind: 'payment.swipeCard', attemptId: shown.attemptId, stateNumber: shown.stateNumber, code: '97521234' }]
      : NOTHING,
  didPrint: ({ snapshot: { payment: shown } }) =>
    shown?.screen.kind === 'paid' && shown.screen.askIfPrinted
      ? [true, false].map((printed): Intent => ({
          kind: 'payment.didPrint',
          attemptId: shown.attemptId,
          stateNumber: shown.stateNumber,
          printed,
        }))
      : NOTHING,
} satisfies Record<string, Action>;

const tab = {
  openTab: ({ snapshot, fresh }) => {
    if (!isSelling(snapshot) || snapshot.sale.sale.rows.length === 0) return NOTHING;
    const number = fresh();
    const { revision } = snapshot.sale;
    return (['RESERVATION_REQUIRED_PRELIMINARY_AMOUNT', 'RESERVATION_REQUIRED', 'RESERVATION_DESIRED'] as const).flatMap((mode) =>
      [2, 60].map((minutes): Intent => ({ kind: 'tab.open', revision, name: `T${number}`, mode, minutes })),
    );
  },
  editTab: ({ snapshot: { tabs } }) =>
    tabs
      .filter(({ actions, editing }) => actions.change && !editing)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'tab.edit', attemptId, stateNumber })),
  keepTab: ({ snapshot: { tabs, sale: open } }) =>
    tabs
      .filter(({ editing }) => editing)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'tab.keep', attemptId, stateNumber, revision: open.revision })),
  capture: ({ snapshot: { tabs, sale: open } }) =>
    tabs
      .filter(({ actions }) => actions.capture)
      .map(({ attemptId, stateNumber, editing }): Intent => ({
        kind: 'tab.capture',
        attemptId,
        stateNumber,
        revision: editing ? open.revision : null,
      })),
  release: ({ snapshot: { tabs } }) =>
    tabs
      .filter(({ actions }) => actions.cancel)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'payment.cancel', attemptId, stateNumber })),
  setTabAside: ({ snapshot: { tabs } }) =>
    tabs
      .filter(({ actions }) => actions.setAside)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'payment.setAside', attemptId, stateNumber })),
  keepAfterRelease: ({ snapshot: { tabs } }) =>
    tabs
      .filter(({ actions }) => actions.keepWaiting)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'payment.keepWaiting', attemptId, stateNumber })),
} satisfies Record<string, Action>;

const others = {
  readAlarm: ({ snapshot: { unresolved } }) =>
    unresolved
      .filter(({ dismissable }) => dismissable)
      .map(({ id: itemId, attemptId, stateNumber }): Intent => ({ kind: 'unresolved.dismiss', itemId, attemptId, stateNumber })),
  readNotice: ({ snapshot: { notices } }) => notices.map(({ id: noticeId }): Intent => ({ kind: 'notice.dismiss', noticeId })),
  print: ({ snapshot: { lastReceipt } }) =>
    lastReceipt === null
      ? NOTHING
      : [
          { kind: 'receipt.print', number: lastReceipt.number },
          { kind: 'receipt.savePdf', number: lastReceipt.number },
        ],
  printAgain: ({ snapshot: { printJobs } }) =>
    printJobs
      .filter(({ state }) => state === 'failed' || state === 'unsure')
      .flatMap(({ jobId }): Intent[] => [
        { kind: 'print.retry', jobId },
        { kind: 'print.abandon', jobId },
      ]),
  online: () => [{ kind: 'network.online' }],
  check: () => [{ kind: 'health.check' }],
} satisfies Record<string, Action>;

/** A refund of one of the latest sales: whole, or a part. */
async function refunds({ snapshot, till }: Seen): Promise<Offers> {
  if (!isSelling(snapshot)) return NOTHING;
  const offers: Intent[] = [];
  for (const row of (await till.call('journal', '')).slice(0, 6)) {
    if (row.kind !== 'sale') continue;
    const view = await till.call('refund', row.number);
    if (view === null || view.problem !== null) continue;
    const part = Math.max(1, Math.floor(view.refundable.minor / 3));
    for (const wish of [{ kind: 'whole' } as const, { kind: 'amount', minor: part } as const]) {
      const sum = await till.call('refundSum', row.number, wish);
      if (!sum.ok) continue;
      const { revision } = snapshot.disbursement;
      offers.push({ kind: 'refund.send', number: row.number, revision, wish, minor: sum.amount.minor, reason: 'broken', pin: PIN });
    }
  }
  return offers;
}

/** A supervisor says of each payment on the list that it is not paid. */
function closings(
  unresolved: Snapshot['unresolved'],
  word: (item: UnresolvedItem) => { readonly letter: string; readonly reason: string },
): Offers {
  return unresolved
    .filter(({ kind, dismissable }) => kind !== 'disbursement' && !dismissable)
    .map((item): Intent => {
      const { attemptId, stateNumber } = item;
      return { kind: 'payment.close', attemptId, stateNumber, paid: false, ersReference: '', ...word(item), pin: PIN };
    });
}

/** Whatever SEQR says in a letter, about what is on the list or the screen, or a line of the latest close. */
function letters({
  snapshot: {
    unresolved,
    payment: shown,
    day: { lines },
  },
  letterAboutPayment,
}: Seen): Offers {
  const listed = unresolved.filter(({ kind, dismissable }) => kind !== 'disbursement' && !dismissable).map(({ attemptId }) => attemptId);
  const onScreen = shown === null ? [] : [shown.attemptId];
  const missed = lines.filter(({ kind }) => kind === 'tillOnly').map(({ id }) => id);
  return [...new Set([...listed, ...onScreen, ...missed])].flatMap((attemptId): Offers => {
    const said = letterAboutPayment(attemptId);
    if (said === null) return NOTHING;
    const { stateNumber, paid } = said;
    const letter = `LETTER${stateNumber}`;
    const ersReference = said.paid ? said.ersReference : '';
    return [{ kind: 'payment.close', attemptId, stateNumber, paid, ersReference, letter, reason: 'SEQR wrote', pin: PIN }];
  });
}

const disbursement = {
  letterFromSeqr: letters,
  refund: refunds,
  payOut: ({ snapshot, userId }) =>
    isSelling(snapshot)
      ? [1_000, 2_000].map((minor): Intent => ({
          kind: 'payOut.send',
          revision: snapshot.disbursement.revision,
          userId: snapshot.lastUserId ?? userId,
          minor,
          description: 'prize',
          pin: PIN,
        }))
      : NOTHING,
  sendRefundAgain: ({ snapshot: { unresolved } }) =>
    unresolved
      .filter(({ sendAgain }) => sendAgain)
      .map(({ attemptId: id, stateNumber }): Intent => ({ kind: 'refund.sendAgain', id, stateNumber, pin: PIN })),
  readDisbursement: ({ snapshot: { disbursement: part } }) =>
    part.current === null || part.current.screen.kind === 'sending'
      ? NOTHING
      : [{ kind: 'disbursement.dismiss', id: part.current.id, stateNumber: part.current.stateNumber }],
  /** What no evidence settles any more: once its time has come, without a letter. */
  supervisorClosesPayment: ({ snapshot: { unresolved } }) => closings(unresolved, () => ({ letter: '', reason: 'nobody can say' })),
  /** Where there is no terminal, and no close can begin, only SEQR's letter ends a payment. */
  letterAboutPayment: ({ snapshot: { unresolved, day: shown } }) =>
    shown.whyNot?.code === 'day.not-set-up'
      ? closings(unresolved, ({ stateNumber }) => ({ letter: `LETTER${stateNumber}`, reason: 'SEQR wrote' }))
      : NOTHING,
  free: ({ snapshot: { unresolved } }) =>
    unresolved
      .filter(({ free }) => free === true)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'payment.free', attemptId, stateNumber, pin: PIN })),
  giveBack: ({ snapshot: { unresolved, disbursement: part } }) =>
    unresolved
      .filter(({ kind }) => kind === 'giveBack')
      .map(({ attemptId, stateNumber }): Intent => ({
        kind: 'payment.giveBack',
        attemptId,
        stateNumber,
        revision: part.revision,
        reason: 'paid for nothing',
        pin: PIN,
      })),
  takeUpRow: ({ snapshot: { day: shown } }) =>
    shown.lines
      .filter(({ kind, amount }) => kind === 'seqrOnly' && amount.minor > 0)
      .map(({ id }): Intent => ({ kind: 'day.takeUpRow', number: shown.lastNumber, id, reason: 'nobody got anything', pin: PIN })),
  takePart: ({ snapshot: { unresolved } }) =>
    unresolved
      .filter(({ rest }) => rest !== undefined)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'payment.takePart', attemptId, stateNumber, pin: PIN })),
  closeRefused: ({ snapshot: { unresolved } }) =>
    unresolved
      .filter(({ refundRefused }) => refundRefused === true)
      .map(({ attemptId, stateNumber }): Intent => ({
        kind: 'payment.closeRefused',
        attemptId,
        stateNumber,
        reason: 'paid out in cash',
        pin: PIN,
      })),
  letterAboutDisbursement: ({ snapshot: { unresolved }, letter }) =>
    unresolved
      .filter(({ kind }) => kind === 'disbursement')
      .flatMap(({ attemptId: id, stateNumber }): Offers => {
        const done = letter(id);
        return done === null
          ? NOTHING
          : [{ kind: 'disbursement.resolve', id, stateNumber, done, reference: `LETTER${stateNumber}`, pin: PIN }];
      }),
} satisfies Record<string, Action>;

const passwordFor = ({ day }: Snapshot): { readonly password: string | null; readonly keep: null } => ({
  password: day.passwordKept ? null : RESELLER_PASSWORD,
  keep: null,
});

async function attachments({ snapshot, till }: Seen): Promise<Offers> {
  const number = snapshot.day.lastNumber;
  const document = number === 0 ? null : await till.call('close', number);
  return (document?.offers ?? []).flatMap(({ attemptId, stateNumber, references }) =>
    references.map((ersReference): Intent => ({
      kind: 'day.attach',
      number,
      attemptId,
      attemptStateNumber: stateNumber,
      ersReference,
      pin: PIN,
    })),
  );
}

function goOn(snapshot: Snapshot): Offers {
  const under = snapshot.day.close;
  return under !== null && (under.state === 'markLost' || under.state === 'held' || under.needsPassword)
    ? [{ kind: 'day.goOn', closeId: under.closeId, stateNumber: under.stateNumber, ...passwordFor(snapshot) }]
    : NOTHING;
}

const day = {
  close: ({ snapshot }) => when(snapshot.day.whyNot === null, { kind: 'day.close', ...passwordFor(snapshot) }),
  closeAndKeep: ({ snapshot }) =>
    when(snapshot.day.whyNot === null, { kind: 'day.close', password: RESELLER_PASSWORD, keep: { pin: PIN, consent: true } }),
  goOn: ({ snapshot }) => goOn(snapshot),
  /** Of the two ways of going on, the one whose answer is there in half a minute. */
  markAgain: ({ snapshot }) => (snapshot.day.close?.state === 'markLost' ? goOn(snapshot) : NOTHING),
  finishWithout: ({ snapshot: { day: shown } }) =>
    shown.close?.canFinishWithout === true
      ? [{ kind: 'day.finishWithout', closeId: shown.close.closeId, stateNumber: shown.close.stateNumber, pin: PIN }]
      : NOTHING,
  attach: attachments,
  scope: ({ snapshot: { day: shown, mode } }) =>
    when(mode !== 'unset', { kind: 'day.scope', scope: shown.scope === 'terminal' ? 'shop' : 'terminal', pin: PIN }),
} satisfies Record<string, Action>;

/** The page on which the wizard stands, answered; and the way to the next one. */
function wizard({ snapshot: { setup, mode }, fresh }: Seen): Offers {
  if (setup.done && mode !== 'unset') return NOTHING;
  const number = fresh();
  const wanted = { service: 0, business: 1, owner: 2, reseller: 3, terminal: 4, seqrId: 5, sticker: 6, testPayment: 7 }[setup.step];
  const page = LIVE_PAGES[wanted];
  if (page === undefined) return [{ kind: 'setup.testPayment' }];
  if (page.kind === 'setup.assignSeqrId') return [{ ...page, seqrId: `00461${String(number).padStart(7, '0')}` }, page];
  if (page.kind === 'setup.service' && mode === 'practice') return [{ ...page, service: { kind: 'simulator' } }];
  if (page.kind === 'setup.owner' && setup.owner.pinSet) return [{ ...page, pinNow: PIN }];
  return [page];
}

const setUp = {
  wizard,
  practise: ({ snapshot: { mode } }) => when(mode !== 'live', { kind: 'setup.practise' }),
  chooseLive: ({ snapshot: { setup, mode } }) =>
    when(mode === 'unset' || !setup.done, { kind: 'setup.service', service: { kind: 'endpoint', endpoint: LIVE_ENDPOINT } }),
  finishSetUp: ({ snapshot: { setup, mode } }) =>
    when(!setup.done && setup.step === 'testPayment' && (setup.testPaid || mode === 'practice'), { kind: 'setup.finish' }),
  leavePractice: ({ snapshot: { mode } }) => when(mode === 'practice', { kind: 'setup.leavePractice', pin: PIN }),
  givePin: ({ snapshot: { setup } }) => when(setup.locked, { kind: 'owner.check', pin: PIN }),
  unregister: ({ snapshot }) =>
    when(isSelling(snapshot), { kind: 'terminal.unregister', pin: PIN }, { kind: 'terminal.unregister', pin: PIN, unclosed: true }),
  assign: ({ snapshot, fresh }) =>
    when(isSelling(snapshot), { kind: 'terminal.assignSeqrId', pin: PIN, seqrId: `00462${String(fresh()).padStart(7, '0')}` }),
  salesWithTab: ({ snapshot: { tabRules, mode } }) =>
    when(mode !== 'unset', { kind: 'tabs.change', pin: PIN, ...tabRules, salesWithTab: !tabRules.salesWithTab }),
} satisfies Record<string, Action>;

/** Everything that can be pressed, by its name in schedules. */
export const ACTIONS = { ...sale, ...payment, ...tab, ...others, ...disbursement, ...day, ...setUp } satisfies Record<string, Action>;
export type ActionName = keyof typeof ACTIONS;

export async function offersOf(name: ActionName, seen: Seen): Promise<Offers> {
  const action: Action = ACTIONS[name];
  return action(seen);
}
