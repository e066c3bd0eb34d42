import type { ChangeOutcomeView, ChangeView, ClaimView, PaymentView, TabView, UnresolvedItem } from '../../contract/payment-view.ts';
import type { Doing } from '../../contract/unresolved-view.ts';
import type { Settling } from '../../day/index.ts';
import { subtract } from '../../money/index.ts';
import type { Money } from '../../money/index.ts';
import {
  canFree,
  closableAs,
  findingOf,
  giveBackOf,
  isFreed,
  isInDoubt,
  isPolled,
  owesBack,
  silenceMs,
  takenFor,
  termsOf,
  TIMING,
} from '../../payment/index.ts';
import type { AttemptState, Live, Reserved, Watch } from '../../payment/index.ts';
import { isSeqrCode, terminalCode } from '../../protocol/index.ts';
import type { AttemptRecord } from '../../records/index.ts';
import { cardsRefused, memberView } from './member-view.ts';
import { mayTakePart } from './record.ts';
import { paymentActions, paymentScreen } from './screen.ts';
import type { ScreenContext } from './screen.ts';
import { awaitedBy, doingAbout } from './unresolved-course.ts';

export interface Held {
  readonly record: AttemptRecord;
  readonly watch: Watch;
  /** False while the disk has refused the last change (PF-02). */
  readonly recorded: boolean;
  /** Another one than `record` while the disk refuses a PAID. */
  readonly onDisk: AttemptRecord;
  readonly askIfPrinted: boolean;
  readonly waitsForKeychain: boolean;
  /** Its terminal's password is lost: nobody can ask. */
  readonly isLost: boolean;
  /** This machine's time of SEQR's last good answer about it, ms since 1970. */
  readonly lastGoodWallMs: number;
  readonly settling: () => Settling;
  /** Its money is to go back, and SEQR will never refund it (PF-06). */
  readonly refundRefused: boolean;
}

export function screenContext(held: Held, nowMs: number): ScreenContext {
  return {
    watch: held.watch,
    nowMs,
    receiptNumber: held.record.receiptNumber,
    recorded: held.recorded,
    askIfPrinted: held.askIfPrinted,
    seqrSaid:
      giveBackOf(held.record.state)?.seqrSaid ??
      held.record.alarms.find(({ kind }) => kind === 'otherAmount' || kind === 'otherInvoice')?.seqrSaid ??
      null,
    isLost: held.isLost,
  };
}

function changeView(state: AttemptState): ChangeView {
  if (state.kind !== 'live' && state.kind !== 'reserved') return { asked: null, doubts: [], last: null };
  return {
    asked: state.asked?.amount ?? null,
    doubts: state.doubts.map((terms) => terms.amount).filter((amount) => amount.minor !== state.terms.amount.minor),
    last: state.lastUpdate,
  };
}

export function paymentView(held: Held, nowMs: number, qrSource: 'terminal' | 'invoice', changing: boolean): PaymentView {
  const { record, watch } = held;
  const { facts, state, stages } = record;
  const context = screenContext(held, nowMs);
  const terms = termsOf(facts, state);
  const unpaid = unpaidOf(state);
  const polling = isPolled(state, watch);
  const ownCode = state.kind === 'live' && qrSource === 'invoice' ? state.invoiceQRCode : null;
  // One that was stored before its form was looked at may be any text.
  const isUsable = ownCode !== null && isSeqrCode(ownCode);
  const confirming = stages.confirming === null ? [] : [{ stage: 'confirming' as const, at: stages.confirming }];
  return {
    attemptId: facts.id,
    stateNumber: record.stateNumber,
    correlationId: facts.correlationId,
    amount: unpaid ?? terms.amount,
    code: isUsable ? ownCode : terminalCode(facts.seqrId),
    screen: paymentScreen(state, context),
    stages: [
      { stage: 'sent', at: stages.sent },
      { stage: 'waiting', at: stages.waiting },
      ...confirming,
      { stage: 'paid', at: stages.paid },
    ],
    contact: {
      ageMs: polling && watch.lastGoodMs !== null ? silenceMs(watch, nowMs) : null,
      unstable: watch.failuresInARow >= TIMING.unstableAfterFailures,
      polling,
      unasked: polling ? whyUnasked(held) : null,
    },
    claim: claimView(held),
    actions: paymentActions(state, context),
    test: facts.test,
    change: changeView(state),
    member: terms.sale.member === undefined ? null : memberView(terms.sale.member, terms.figures),
    refusedCards: terms.tokens.length === 0 ? [] : cardsRefused(terms),
    tab: facts.reservation?.name ?? null,
    lastCommit: lastCommitView(state),
    unpaid,
    changing,
  };
}

function whyUnasked({ isLost, waitsForKeychain }: Held): 'passwordLost' | 'keychain' | null {
  if (isLost) return 'passwordLost';
  return waitsForKeychain ? 'keychain' : null;
}

function claimView(held: Held): ClaimView | null {
  if (held.watch.claimedMs === null) return null;
  const finding = findingOf(held.record.state, held.watch);
  const unasked = whyUnasked(held);
  return finding === null || unasked === null ? finding : { kind: unasked };
}

function unpaidOf(state: AttemptState): Money | null {
  return 'unpaid' in state ? state.unpaid.amount : null;
}

function lastCommitView(state: AttemptState): ChangeOutcomeView | null {
  if (state.kind !== 'reserved') return null;
  return state.lastCommit?.kind === 'unsure' ? { kind: 'unsure', resultCode: null } : state.lastCommit;
}

/** A reservation as the list of tabs shows it; null for anything else. */
export function tabView(held: Held, nowMs: number, openSaleId: string | null): TabView | null {
  const { facts, state, stateNumber } = held.record;
  if (state.kind !== 'reserved') return null;
  const { change, capture, cancel, keepWaiting, setAside } = paymentActions(state, screenContext(held, nowMs));
  return {
    attemptId: facts.id,
    stateNumber,
    correlationId: facts.correlationId,
    name: facts.reservation?.name ?? '',
    phase: state.phase,
    reserved: state.terms.amount,
    draft: state.draft.amount,
    rowCount: state.draft.sale.rows.length,
    reservedAt: state.reservedAt,
    lapsesAt: state.lapsesAt,
    lastUpdate: state.lastUpdate,
    lastCommit: lastCommitView(state),
    editing: facts.sale.id === openSaleId,
    inDoubt: isInDoubt(state),
    actions: { change, capture, cancel, keepWaiting, setAside },
  };
}

function asideWord(state: Live, isLost: boolean): UnresolvedItem['state'] {
  if (isFreed(state)) return 'freed';
  if (isLost) return 'passwordLost';
  if (state.unanswerable !== null) return 'unanswerable';
  return state.cancelWished ? 'cancelling' : 'asking';
}

function tabAsideWord(state: Reserved): UnresolvedItem['state'] {
  if (isFreed(state)) return 'freed';
  if (state.phase === 'lapsed') return 'lapsedUnknown';
  return state.unanswerable === null ? 'tabInDoubt' : 'unanswerable';
}

/** What is said of money that is to go back. */
const GIVE_BACK_WORDS = {
  paidOtherwise: 'paidOtherwise',
  freed: 'paidFreed',
  voided: 'paidVoided',
  unexplained: 'paidUnexplained',
  otherAmount: 'paidOtherAmount',
  otherInvoice: 'paidOtherInvoice',
} as const;

type ItemBase = Omit<OpenItem, 'id' | 'kind' | 'state' | 'since' | 'closeAs'>;

/** Money that the shop holds for nothing: not to be put away before the customer has it (PF-06). */
function giveBackItem({ record, refundRefused }: Held, base: ItemBase): readonly OpenItem[] {
  const giveBack = giveBackOf(record.state);
  if (giveBack === undefined || !owesBack(record.state)) return [];
  const taken = takenFor(record.facts, record.state);
  return [
    {
      ...base,
      closeAs: closableAs(record.state),
      amount: taken ?? base.amount,
      said: giveBack.seqrSaid ?? null,
      id: `${base.attemptId}.giveBack`,
      kind: 'giveBack',
      since: record.stages.paid ?? record.changedAt,
      state: GIVE_BACK_WORDS[giveBack.why],
      refundRefused,
      ...(mayTakePart(record) && taken !== null ? { rest: subtract(base.amount, taken) } : {}),
    },
  ];
}

/** What the unresolved list shows of one attempt: that it is set aside or an orphan, and every alarm not yet read. */
export function unresolvedItems(held: Held, nowMs: number): readonly UnresolvedItem[] {
  const { state } = held.record;
  const items = openItems(held);
  if (items.length === 0) return [];
  const lapsesAt = state.kind === 'reserved' ? state.lapsesAt : null;
  const times = { settling: held.settling, lapsesAt, waitsForKeychain: held.waitsForKeychain };
  const doing = doingAbout({ ...held, state, nowMs });
  return items.map((item): UnresolvedItem => ({
    ...item,
    doing: doingOf(item, doing),
    waitsFor: awaitedBy(item.state, times),
  }));
}

function doingOf({ state, dismissable }: OpenItem, aboutIt: Doing): Doing {
  if (state === 'notRecorded') return { kind: 'writes' };
  // An alarm is news of what is done; what is still asked about is an item of its own.
  return dismissable ? { kind: 'nothing' } : aboutIt;
}

type OpenItem = Omit<UnresolvedItem, 'doing' | 'waitsFor'>;

function openItems(held: Held): readonly OpenItem[] {
  const { record } = held;
  const { facts, state } = record;
  const base = {
    attemptId: facts.id,
    stateNumber: record.stateNumber,
    correlationId: facts.correlationId,
    // Of a tab whose money is gone, what nobody has paid.
    amount: unpaidOf(state) ?? termsOf(facts, state).amount,
    receiptNumber: record.receiptNumber,
    ...(record.paidBy === undefined ? {} : { paidBy: record.paidBy }),
    said: null,
    dismissable: false,
  };
  const open = (name: string, item: Pick<OpenItem, 'kind' | 'state' | 'since'>): OpenItem => ({
    ...base,
    id: `${facts.id}.${name}`,
    closeAs: closableAs(state),
    ...item,
  });
  // The screen of a payment says so itself.
  if (held.onDisk !== record && !record.onScreen) {
    const unwritten = open('unwritten', { kind: 'alarm', state: 'notRecorded', since: record.changedAt });
    return [{ ...unwritten, closeAs: [] }, ...unreadAlarms(held.onDisk, base)];
  }
  const items: OpenItem[] = [];
  if (state.kind === 'live' && state.setAside) {
    const aside = open('aside', { kind: 'setAside', state: asideWord(state, held.isLost), since: facts.startedAt });
    items.push({ ...aside, free: canFree(state) });
  }
  if (state.kind === 'reserved' && state.setAside === true) {
    const aside = open('aside', { kind: 'setAside', state: tabAsideWord(state), since: state.reservedAt });
    items.push({ ...aside, free: canFree(state) });
  }
  items.push(...giveBackItem(held, base));
  if (state.kind === 'paid' && state.unconfirmed === true)
    items.push(open('unconfirmed', { kind: 'setAside', state: 'unconfirmed', since: record.changedAt }));
  if (state.kind === 'orphan' && record.listed)
    items.push(open('orphan', { kind: 'possibleOrphan', state: 'orphan', since: facts.startedAt }));
  if (state.kind === 'paid' && state.payment.ersReference === null)
    items.push(open('reference', { kind: 'alarm', state: 'referenceMissing', since: record.changedAt }));
  return [...items, ...unreadAlarms(record, base)];
}

function unreadAlarms({ alarms }: AttemptRecord, base: ItemBase): readonly OpenItem[] {
  return alarms
    .filter(({ read }) => !read)
    .map((alarm) => ({
      ...base,
      id: alarm.id,
      kind: 'alarm',
      since: alarm.at,
      state: alarm.kind,
      said: alarm.seqrSaid === '' ? null : alarm.seqrSaid,
      closeAs: [],
      dismissable: true,
    }));
}
