import type {
  OpenLine,
  PaymentScreen,
  PaymentView,
  ReservedPhaseView,
  Snapshot,
  StageView,
  TabView,
  UnresolvedItem,
} from '../../src/contract/index.ts';
import { SETUP_STEPS } from '../../src/contract/index.ts';
import { money } from '../../src/money/index.ts';
import type { Place } from '../store/index.ts';
import { SETTINGS_SECTIONS } from '../store/settings-sections.ts';
import { at, BASE } from './sample-base.ts';
import { DAY_SAMPLES } from './sample-day.ts';
import { DISBURSEMENT_SAMPLES, REFUNDED } from './sample-disbursement.ts';
import { EMPTY_SALE, LONG_SALE, MANY_SALE, SOME_SALE } from './sample-sale.ts';

const AMOUNT = money(14_048, 'SEK');

const WAITING: readonly StageView[] = [
  { stage: 'sent', at: at(4) },
  { stage: 'waiting', at: at(5) },
  { stage: 'paid', at: null },
];
const SENDING: readonly StageView[] = WAITING.map((stage, index) => ({ ...stage, at: index === 0 ? at(4) : null }));
const CONFIRMING: readonly StageView[] = [...WAITING.slice(0, 2), { stage: 'confirming', at: at(19) }, { stage: 'paid', at: null }];

const NO_ACTIONS = {
  cancel: false,
  keepWaiting: false,
  sendAgain: false,
  giveUp: false,
  customerSaysPaid: false,
  setAside: false,
  change: false,
  capture: false,
  dismiss: false,
};

function payment(screen: PaymentScreen, more: Partial<PaymentView> = {}): PaymentView {
  return {
    attemptId: 'attempt-1',
    stateNumber: 4,
    correlationId: 'K7-2041',
    amount: AMOUNT,
    code: 'HTTP://SEQR.SE/Q1002003',
    screen,
    stages: WAITING,
    contact: { ageMs: 600, unstable: false, polling: true, unasked: null },
    claim: null,
    actions: { ...NO_ACTIONS, cancel: true, customerSaysPaid: true },
    test: false,
    change: { asked: null, doubts: [], last: null },
    member: null,
    refusedCards: [],
    lastCommit: null,
    unpaid: null,
    tab: null,
    changing: false,
    ...more,
  };
}

const canDismiss = {
  actions: { ...NO_ACTIONS, dismiss: true },
  contact: { ageMs: 900, unstable: false, polling: false, unasked: null },
};
const PAID: Extract<PaymentScreen, { kind: 'paid' }> = {
  kind: 'paid',
  lastSix: '032678',
  receiptNumber: 1042,
  recorded: true,
  afterRestart: false,
  wonAgainstCancel: false,
  askIfPrinted: false,
  unconfirmed: false,
  seqrSaid: null,
};

const unresolved = (
  id: string,
  kind: UnresolvedItem['kind'],
  state: UnresolvedItem['state'],
  dismissable: boolean,
  more: Partial<UnresolvedItem> = {},
): UnresolvedItem => ({
  id,
  kind,
  state,
  dismissable,
  attemptId: `attempt-${id}`,
  stateNumber: 7,
  correlationId: `K7-20${id}`,
  amount: money(8900, 'SEK'),
  since: at(1),
  receiptNumber: state === 'completedLoudly' ? 1039 : null,
  said: null,
  closeAs: dismissable || kind === 'disbursement' ? [] : kind === 'giveBack' ? ['notPaid', 'givenBack'] : ['notPaid', 'paid'],
  doing: dismissable ? { kind: 'nothing' } : ASKS,
  waitsFor: dismissable ? [{ kind: 'reading' }] : [{ kind: 'answer' }, { kind: 'letter' }, { kind: 'supervisor', at: null, closes: 1 }],
  ...more,
});
const ASKS = { kind: 'asks', everyMs: 5_000, lastAt: at(41), repeats: null } as const;
const MONEY_BACK: Partial<UnresolvedItem> = {
  receiptNumber: 1038,
  doing: { kind: 'looksInReports' },
  waitsFor: [{ kind: 'row' }, { kind: 'absence', at: '2025-11-25T14:32:08.000+01:00', closes: 3 }, { kind: 'letter' }],
};
const TO_THE_CUSTOMER = [{ kind: 'givenBack' }, { kind: 'letter' }, { kind: 'supervisor', at: null, closes: 1 }] as const;
const TILL_ONLY: OpenLine = {
  kind: 'tillOnly',
  id: 'attempt-40',
  correlationId: 'K7-2040',
  receiptNumber: 1031,
  ersReference: '201511211402110031',
  amount: money(8900, 'SEK'),
  at: at(0),
  terminalId: 'b1946ac9',
  notPaid: { stateNumber: 5 },
};

/** Bigger than what was reserved, or put away: tabs at every stage. */
const tab = (more: Partial<TabView> = {}): TabView => ({
  attemptId: 'attempt-1',
  stateNumber: 9,
  correlationId: 'K7-2041',
  name: 'Table 4',
  phase: 'held',
  reserved: money(50_000, 'SEK'),
  draft: money(34_000, 'SEK'),
  rowCount: 5,
  reservedAt: at(1),
  lapsesAt: new Date(Date.now() + 4_850_000).toISOString(),
  lastUpdate: null,
  lastCommit: null,
  editing: false,
  inDoubt: false,
  actions: { change: true, capture: true, cancel: true, keepWaiting: false, setAside: false },
  ...more,
});
const BUSY_TAB = { change: false, capture: false, cancel: false, keepWaiting: false, setAside: false };
const MANY_TABS: readonly TabView[] = [
  tab(),
  tab({
    attemptId: 'attempt-2',
    name: 'Terrace, the large party from Uppsala',
    draft: money(61_250, 'SEK'),
    lastUpdate: { kind: 'refused', resultCode: 11 },
  }),
  tab({ attemptId: 'attempt-3', name: 'Bo', phase: 'lapsed', lapsesAt: at(0), actions: { ...BUSY_TAB, capture: true, cancel: true } }),
  tab({ attemptId: 'attempt-4', name: 'Bar 2', phase: 'releasing', actions: { ...BUSY_TAB, keepWaiting: true } }),
];
const RESERVED = {
  amount: money(50_000, 'SEK'),
  tab: 'Table 4',
  contact: { ageMs: null, unstable: false, polling: false, unasked: null },
};
const atRest = { ...RESERVED, actions: { ...NO_ACTIONS, cancel: true, change: true, capture: true, dismiss: true } };
const reserved = (phase: ReservedPhaseView, more: Partial<PaymentView> = {}): Partial<Snapshot> => ({
  payment: payment(
    { kind: 'reserved', phase, inDoubt: phase === 'unsure' || phase === 'releasing' },
    { ...RESERVED, actions: NO_ACTIONS, ...more },
  ),
  tabs: [tab({ phase })],
});
const MEMBER = { tokenId: 'KASSA_CLUB', name: 'Kassa Club', card: '97521234', discountHundredths: 1_000 };
const changeable = { actions: { ...NO_ACTIONS, cancel: true, change: true, customerSaysPaid: true } };
const PAYING_MEMBER = { name: 'Kassa Club', lastFour: '1234', discountHundredths: 1_000 };

const NO_KEYCHAIN = { ageMs: null, unstable: true, polling: true, unasked: 'keychain' } as const;
const LOST = { ageMs: null, unstable: true, polling: true, unasked: 'passwordLost' } as const;
const KEYCHAIN_NOTICE: Partial<Snapshot> = { notices: [{ id: 'n1', problem: { code: 'secrets.silent' } }] };
const paying = (view: PaymentView, more: Partial<Snapshot> = {}): Partial<Snapshot> => ({ payment: view, ...more });
const failedJob = { jobId: 'job-1', receiptNumber: 1042, copy: false, state: 'failed', problem: { code: 'print.paper-out' } } as const;
const setAside = { ...NO_ACTIONS, setAside: true, customerSaysPaid: true };
const CLAIMABLE = { ...NO_ACTIONS, cancel: true, change: true, customerSaysPaid: true };

/** What differs from {@link BASE}, by the name of the picture. */
export const SAMPLES: Readonly<Record<string, Partial<Snapshot>>> = {
  sale: {},
  'sale-empty': { sale: EMPTY_SALE, lastReceipt: null },
  'sale-many': { sale: MANY_SALE },
  'sale-long': { sale: LONG_SALE, mode: 'live', unresolved: [unresolved('31', 'setAside', 'asking', false)] },
  'sale-notice': { sale: MANY_SALE, notices: [{ id: 'n1', problem: { code: 'settings.damaged' } }] },
  unresolved: {
    unresolved: [
      unresolved('31', 'setAside', 'asking', false),
      unresolved('32', 'possibleOrphan', 'orphan', false, {
        doing: { kind: 'neverAsks' },
        waitsFor: [{ kind: 'nextClose' }, { kind: 'letter' }, { kind: 'supervisor', at: '2025-11-23T14:32:08.000+01:00', closes: 0 }],
      }),
      unresolved('33', 'alarm', 'otherAmount', true, { said: '100.00 EUR' }),
      unresolved('34', 'alarm', 'completedLoudly', true),
      unresolved('35', 'disbursement', 'refundUnknown', false, { ...MONEY_BACK, sendAgain: true }),
    ],
  },
  'unresolved-day': {
    day: {
      ...BASE.day,
      lines: [
        ...Array.from({ length: 6 }, (_, index) => ({ ...TILL_ONLY, id: `attempt-4${index}`, receiptNumber: 1025 + index })),
        { ...TILL_ONLY, kind: 'seqrOnly', id: 'close-1.0', correlationId: null, receiptNumber: null, notPaid: null },
      ],
    },
  },
  'unresolved-give-back': {
    unresolved: [
      unresolved('41', 'giveBack', 'paidOtherwise', false, { paidBy: 1040, doing: { kind: 'nothing' }, waitsFor: TO_THE_CUSTOMER }),
      unresolved('42', 'giveBack', 'paidOtherAmount', false, {
        said: '79.00 SEK',
        refundRefused: true,
        rest: money(6_148, 'SEK'),
        doing: { kind: 'nothing' },
        waitsFor: TO_THE_CUSTOMER,
      }),
      unresolved('43', 'setAside', 'freed', false, { paidBy: 1041 }),
      unresolved('45', 'giveBack', 'paidUnexplained', false, { doing: { kind: 'nothing' }, waitsFor: TO_THE_CUSTOMER }),
      unresolved('44', 'setAside', 'asking', false, { free: true }),
    ],
  },
  'unresolved-doubt': {
    unresolved: [
      unresolved('36', 'setAside', 'tabInDoubt', false, {
        doing: { ...ASKS, repeats: 'commit' },
        waitsFor: [
          { kind: 'answer' },
          { kind: 'lapse', at: '2025-11-22T16:32:08.000+01:00' },
          { kind: 'letter' },
          { kind: 'supervisor', at: null, closes: 1 },
        ],
      }),
      unresolved('37', 'setAside', 'passwordLost', false, {
        doing: { kind: 'passwordLost' },
        waitsFor: [
          { kind: 'row' },
          { kind: 'absence', at: null, closes: 4 },
          { kind: 'letter' },
          { kind: 'supervisor', at: null, closes: 1 },
        ],
      }),
      unresolved('38', 'setAside', 'unconfirmed', false, {
        receiptNumber: 1041,
        waitsFor: [{ kind: 'answer' }, { kind: 'row' }, { kind: 'letter' }, { kind: 'supervisor', at: null, closes: 1 }],
      }),
      unresolved('47', 'alarm', 'notRecorded', false, { doing: { kind: 'writes' }, waitsFor: [{ kind: 'disk' }], closeAs: [] }),
      unresolved('46', 'alarm', 'referenceMissing', false, { receiptNumber: 1042 }),
      unresolved('39', 'alarm', 'reservationEnded', true),
    ],
  },
  sending: paying(
    payment(
      { kind: 'sending', slow: true },
      { stages: SENDING, contact: { ageMs: null, unstable: false, polling: false, unasked: null }, actions: NO_ACTIONS },
    ),
  ),
  waiting: paying(payment({ kind: 'waiting', question: false })),
  question: paying(
    payment(
      { kind: 'waiting', question: true },
      {
        actions: { ...NO_ACTIONS, cancel: true, keepWaiting: true },
        contact: { ageMs: 12_400, unstable: true, polling: true, unasked: null },
      },
    ),
  ),
  confirming: paying(payment({ kind: 'confirming', question: false }, { stages: CONFIRMING })),
  cancelling: paying(payment({ kind: 'cancelling' }, { actions: { ...NO_ACTIONS, keepWaiting: true } })),
  reserved: reserved('held', atRest),
  'reserved-refused': reserved('held', { ...atRest, lastCommit: { kind: 'refused', resultCode: 96 } }),
  'reserved-updating': reserved('updating', { change: { asked: money(34_000, 'SEK'), doubts: [], last: null } }),
  'reserved-unsure': reserved('unsure', { lastCommit: { kind: 'unsure', resultCode: null } }),
  'reserved-releasing': reserved('releasing', { actions: { ...NO_ACTIONS, keepWaiting: true, dismiss: true } }),
  'reserved-lapsed': reserved('lapsed', { actions: { ...NO_ACTIONS, cancel: true, capture: true, dismiss: true } }),
  'tab-gone': paying(
    payment({ kind: 'expired' }, { ...canDismiss, tab: 'Table 4', amount: money(34_000, 'SEK'), unpaid: money(34_000, 'SEK') }),
  ),
  'sale-tab': { tabs: [tab({ editing: true })] },
  'sale-tab-overdrawn': { tabs: [tab({ editing: true, reserved: money(10_000, 'SEK'), lastUpdate: { kind: 'refused', resultCode: 11 } })] },
  'sale-beside-tab': { tabs: [tab()] },
  'sale-member': {
    sale: {
      ...SOME_SALE,
      sale: { ...SOME_SALE.sale, member: MEMBER },
      figures: { ...SOME_SALE.figures, byMembership: true, saleDiscount: money(1_405, 'SEK') },
    },
  },
  tabs: { tabs: MANY_TABS },
  'waiting-tab': paying(payment({ kind: 'waiting', question: false }, { tab: 'Table 4', ...changeable })),
  'waiting-member': paying(
    payment(
      { kind: 'waiting', question: false },
      { member: PAYING_MEMBER, ...changeable, change: { asked: null, doubts: [], last: { kind: 'taken' } } },
    ),
  ),
  'waiting-unknown-card': paying(
    payment(
      { kind: 'waiting', question: false },
      { refusedCards: [{ name: 'Coop Mera', lastFour: '7781', why: 'unknown' }], ...changeable },
    ),
  ),
  'waiting-telling': paying(
    payment({ kind: 'waiting', question: false }, { ...changeable, change: { asked: money(12_900, 'SEK'), doubts: [], last: null } }),
  ),
  'waiting-doubt': paying(
    payment(
      { kind: 'waiting', question: true },
      {
        actions: { ...changeable.actions, keepWaiting: true },
        member: PAYING_MEMBER,
        change: { asked: null, doubts: [money(12_643, 'SEK')], last: { kind: 'unsure', resultCode: 90 } },
      },
    ),
  ),
  'waiting-refused': paying(
    payment(
      { kind: 'waiting', question: false },
      { ...changeable, change: { asked: null, doubts: [], last: { kind: 'refused', resultCode: 49 } } },
    ),
  ),
  changing: paying(payment({ kind: 'waiting', question: false }, { ...changeable, amount: money(14_900, 'SEK'), changing: true })),
  unknown: paying(
    payment(
      { kind: 'unknown', resultCode: null },
      { actions: setAside, contact: { ageMs: 23_000, unstable: true, polling: true, unasked: null } },
    ),
  ),
  unanswerable: paying(
    payment(
      { kind: 'unknown', resultCode: 37 },
      { actions: setAside, contact: { ageMs: 23_000, unstable: true, polling: true, unasked: null } },
    ),
  ),
  keychain: paying(
    payment({ kind: 'waiting', question: false }, { contact: NO_KEYCHAIN, actions: { ...NO_ACTIONS, cancel: true } }),
    KEYCHAIN_NOTICE,
  ),
  'keychain-unknown': paying(payment({ kind: 'unknown', resultCode: null }, { contact: NO_KEYCHAIN, actions: setAside }), KEYCHAIN_NOTICE),
  'password-lost': paying(payment({ kind: 'unknown', resultCode: null }, { contact: LOST, actions: setAside })),
  'sale-keychain': { sale: MANY_SALE, ...KEYCHAIN_NOTICE },
  'claim-asking': paying(
    payment({ kind: 'waiting', question: false }, { claim: { kind: 'asking' }, actions: { ...NO_ACTIONS, cancel: true, change: true } }),
  ),
  'claim-not-paid': paying(
    payment({ kind: 'waiting', question: true }, { claim: { kind: 'notPaidYet' }, actions: { ...CLAIMABLE, keepWaiting: true } }),
  ),
  'claim-doubt': paying(
    payment(
      { kind: 'waiting', question: true },
      {
        claim: { kind: 'notPaidYet' },
        actions: { ...CLAIMABLE, keepWaiting: true },
        member: PAYING_MEMBER,
        change: { asked: null, doubts: [money(12_643, 'SEK')], last: { kind: 'unsure', resultCode: 90 } },
      },
    ),
  ),
  'claim-cancelling': paying(
    payment(
      { kind: 'cancelling' },
      { claim: { kind: 'confirming' }, actions: { ...NO_ACTIONS, customerSaysPaid: true, keepWaiting: true, setAside: true } },
    ),
  ),
  'claim-unknown': paying(
    payment(
      { kind: 'unknown', resultCode: null },
      {
        claim: { kind: 'noWord', resultCode: null },
        actions: { ...NO_ACTIONS, cancel: true, setAside: true, customerSaysPaid: true },
        contact: { ageMs: 23_000, unstable: true, polling: true, unasked: null },
      },
    ),
  ),
  'claim-unanswerable': paying(
    payment(
      { kind: 'unknown', resultCode: 29 },
      {
        claim: { kind: 'noWord', resultCode: 29 },
        actions: { ...NO_ACTIONS, cancel: true, keepWaiting: true, setAside: true, customerSaysPaid: true },
        contact: { ageMs: 23_000, unstable: true, polling: true, unasked: null },
      },
    ),
  ),
  'claim-lost': paying(
    payment(
      { kind: 'unknown', resultCode: null },
      { claim: { kind: 'passwordLost' }, contact: LOST, actions: { ...setAside, customerSaysPaid: true } },
    ),
  ),
  'claim-tab': reserved('unsure', {
    claim: { kind: 'reserved' },
    contact: { ageMs: 600, unstable: false, polling: true, unasked: null },
    lastCommit: { kind: 'unsure', resultCode: null },
    actions: { ...NO_ACTIONS, cancel: true, capture: true, setAside: true, customerSaysPaid: true },
  }),
  'claim-tab-releasing': reserved('releasing', {
    claim: { kind: 'reserved' },
    contact: { ageMs: 600, unstable: false, polling: true, unasked: null },
    actions: { ...NO_ACTIONS, keepWaiting: true, dismiss: true, setAside: true, customerSaysPaid: true },
  }),
  'odd-status': paying(payment({ kind: 'oddStatus', status: 'PARTIALLY_PAID' }, { actions: setAside })),
  'send-unknown': paying(
    payment(
      { kind: 'sendUnknown', returnInMs: null },
      { actions: { ...NO_ACTIONS, sendAgain: true, giveUp: true, customerSaysPaid: true } },
    ),
  ),
  'send-unknown-wait': paying(payment({ kind: 'sendUnknown', returnInMs: 21_000 }, { actions: NO_ACTIONS })),
  paid: paying(payment(PAID, canDismiss), {
    printJobs: [{ jobId: 'job-1', receiptNumber: 1042, copy: false, state: 'done', problem: null }],
  }),
  'paid-large': paying(payment(PAID, { ...canDismiss, amount: money(4_240_800, 'SEK') })),
  'paid-other': paying(payment({ ...PAID, receiptNumber: null, seqrSaid: '79.00 SEK' }, canDismiss)),
  'paid-print-failed': paying(payment(PAID, canDismiss), { printJobs: [failedJob] }),
  'paid-notes': paying(
    payment({ ...PAID, lastSix: null, recorded: false, afterRestart: true, askIfPrinted: true, wonAgainstCancel: true }, canDismiss),
  ),
  'not-sent': paying(payment({ kind: 'notSent' }, canDismiss)),
  refused: paying(payment({ kind: 'refused', resultCode: 20, registration: true }, canDismiss)),
  cancelled: paying(payment({ kind: 'cancelled', contactLost: false, askedHere: true }, canDismiss)),
  'cancelled-lost': paying(payment({ kind: 'cancelled', contactLost: true, askedHere: false }, canDismiss)),
  'cancelled-other': paying(payment({ kind: 'cancelled', contactLost: false, askedHere: false }, canDismiss)),
  reversed: paying(payment({ kind: 'reversed' }, canDismiss)),
  failed: paying(payment({ kind: 'failed' }, canDismiss)),
  expired: paying(payment({ kind: 'expired' }, canDismiss)),
  'question-notice': paying(payment({ kind: 'waiting', question: true }, { actions: { ...NO_ACTIONS, cancel: true, keepWaiting: true } }), {
    notices: [{ id: 'n1', problem: { code: 'journal.write-failed' } }],
  }),
  'unresolved-resolving': { unresolved: [unresolved('35', 'disbursement', 'refundUnknown', false, MONEY_BACK)] },
  refund: {},
  'pay-out': { lastUserId: 'igaminga57f1d00' },
  ...DISBURSEMENT_SAMPLES,
  ...DAY_SAMPLES,
  'wizard-new': {
    mode: 'unset',
    setup: {
      ...BASE.setup,
      done: false,
      step: 'business',
      completed: ['service'],
      testPaid: false,
      seqrId: null,
      business: { ...BASE.setup.business, name: '', organisationNumber: '', address: [] },
    },
  },
  wizard: { mode: 'unset', setup: { ...BASE.setup, done: false, step: 'service', completed: [], testPaid: false, seqrId: null } },
  ...Object.fromEntries(
    SETUP_STEPS.map((step, index) => [
      `wizard-${step}`,
      { mode: 'practice', setup: { ...BASE.setup, done: false, step, completed: SETUP_STEPS.slice(0, index), testPaid: false } },
    ]),
  ),
  'wizard-locked': { mode: 'live', setup: { ...BASE.setup, done: false, step: 'reseller', locked: true, testPaid: false } },
  'wizard-paying': paying(payment({ kind: 'waiting', question: false }, { test: true }), {
    setup: { ...BASE.setup, done: false, testPaid: false },
  }),
  'wizard-failed': paying(payment({ kind: 'failed' }, { ...canDismiss, test: true }), {
    setup: { ...BASE.setup, done: false, testPaid: false },
  }),
  journal: {},
  'journal-receipt': {},
  'journal-return': {},
  'journal-refunded': {},
  'journal-empty': {},
  day: { unresolved: [unresolved('31', 'setAside', 'asking', false)], tabs: MANY_TABS.slice(0, 2) },
  'day-empty': {},
  ...Object.fromEntries(SETTINGS_SECTIONS.map((section) => [`settings-${section}`, {}])),
};

/** Where a picture is taken, if not at the sale. */
export const PLACES: Readonly<Record<string, Place>> = {
  journal: { kind: 'journal', receipt: null },
  'journal-receipt': { kind: 'journal', receipt: 1041 },
  'journal-empty': { kind: 'journal', receipt: null },
  day: { kind: 'day' },
  'day-empty': { kind: 'day' },
  'journal-return': { kind: 'journal', receipt: 1040 },
  'journal-refunded': { kind: 'journal', receipt: REFUNDED },
  refund: { kind: 'refund', receipt: REFUNDED },
  'pay-out': { kind: 'payOut' },
  ...Object.fromEntries(Object.keys(DAY_SAMPLES).map((name) => [name, { kind: 'day' }])),
  ...Object.fromEntries(SETTINGS_SECTIONS.map((section) => [`settings-${section}`, { kind: 'settings', section }])),
};
