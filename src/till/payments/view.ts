import type { ChangeOutcomeView, ChangeView, PaymentView, TabView, UnresolvedItem } from '../../contract/payment-view.ts';
import type { Money } from '../../money/index.ts';
import { canFree, giveBackOf, isFreed, isInDoubt, isPolled, owesBack, takenFor, silenceMs, termsOf, TIMING } from '../../payment/index.ts';
import type { AttemptState, Live, Reserved, Watch } from '../../payment/index.ts';
import { isSeqrCode, terminalCode } from '../../protocol/index.ts';
import type { AttemptRecord } from '../../records/index.ts';
import { cardsRefused, memberView } from './member-view.ts';
import { paymentActions, paymentScreen } from './screen.ts';
import type { ScreenContext } from './screen.ts';

export interface Held {
  readonly record: AttemptRecord;
  readonly watch: Watch;
  /** False while the disk has refused the last change (PF-02). */
  readonly recorded: boolean;
  readonly askIfPrinted: boolean;
  readonly waitsForKeychain: boolean;
  /** Its terminal's password is lost: nobody can ask. */
  readonly isLost: boolean;
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
      unasked: !polling ? null : held.isLost ? 'passwordLost' : held.waitsForKeychain ? 'keychain' : null,
    },
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
  otherAmount: 'paidOtherAmount',
  otherInvoice: 'paidOtherInvoice',
} as const;

type ItemBase = Pick<UnresolvedItem, 'attemptId' | 'stateNumber' | 'correlationId' | 'amount' | 'receiptNumber' | 'paidBy'>;

/** Money that the shop holds for nothing: not to be put away before the customer has it (PF-06). */
function giveBackItem({ record, refundRefused }: Held, base: ItemBase): readonly UnresolvedItem[] {
  const giveBack = giveBackOf(record.state);
  if (giveBack === undefined || !owesBack(record.state)) return [];
  return [
    {
      ...base,
      amount: takenFor(record.facts, record.state) ?? base.amount,
      ...(giveBack.seqrSaid === undefined ? {} : { seqrSaid: giveBack.seqrSaid }),
      id: `${base.attemptId}.giveBack`,
      kind: 'giveBack',
      since: record.stages.paid ?? record.changedAt,
      state: GIVE_BACK_WORDS[giveBack.why],
      refundRefused,
      dismissable: false,
    },
  ];
}

/** What the unresolved list shows of one attempt: that it is set aside or an orphan, and every alarm not yet read. */
export function unresolvedItems(held: Held): readonly UnresolvedItem[] {
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
  };
  const free = canFree(state);
  const items: UnresolvedItem[] = [];
  if (state.kind === 'live' && state.setAside)
    items.push({
      ...base,
      id: `${facts.id}.aside`,
      kind: 'setAside',
      since: facts.startedAt,
      free,
      state: asideWord(state, held.isLost),
      dismissable: false,
    });
  if (state.kind === 'reserved' && state.setAside === true)
    items.push({
      ...base,
      id: `${facts.id}.aside`,
      kind: 'setAside',
      since: state.reservedAt,
      free,
      state: tabAsideWord(state),
      dismissable: false,
    });
  items.push(...giveBackItem(held, base));
  if (state.kind === 'paid' && state.unconfirmed === true)
    items.push({
      ...base,
      id: `${facts.id}.unconfirmed`,
      kind: 'setAside',
      since: record.changedAt,
      state: 'unconfirmed',
      dismissable: false,
    });
  if (state.kind === 'orphan' && record.listed)
    items.push({ ...base, id: `${facts.id}.orphan`, kind: 'possibleOrphan', since: facts.startedAt, state: 'orphan', dismissable: false });
  if (state.kind === 'paid' && state.payment.ersReference === null)
    items.push({
      ...base,
      id: `${facts.id}.reference`,
      kind: 'alarm',
      since: record.changedAt,
      state: 'referenceMissing',
      dismissable: false,
    });
  for (const alarm of record.alarms)
    if (!alarm.read) items.push({ ...base, id: alarm.id, kind: 'alarm', since: alarm.at, state: alarm.kind, dismissable: true });
  return items;
}
