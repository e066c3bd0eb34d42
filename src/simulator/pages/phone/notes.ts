import type { PhoneStateView } from '../../world/views.ts';
import { byId } from '../shared/by-id.ts';
import { decimals } from '../shared/decimals.ts';
import { language } from '../shared/language.ts';
import { nameOf } from './card-names.ts';
import { money } from './money.ts';
import { listen } from './news.ts';
import { NOTES_TEXTS } from './notes-texts.ts';
import { drawOffer, forgetOffer, keptSentence, startOffer } from './offer.ts';

const USED = 1;
const PENDING = 0;
const texts = NOTES_TEXTS[language];
/** The invoice that was drawn last, to tell another one. */
let drawnReference: string | null = null;
/** The first amount that the customer saw. */
let firstAmount = '';
/** What is, or was, reserved. */
let reserved: PhoneStateView['totalAmount'] | null = null;

/**
 * What the shop does while the customer waits, said beside what the phone shows: a changed amount, what became of the card,
 * how long a reservation lasts and how it ended, and the offer to keep a card that was swiped at the till. It listens to the
 * purchase, which draws the rest.
 */
export function startNotes(): void {
  startOffer();
  listen('invoice', draw);
}

function draw(state: PhoneStateView | null): void {
  if (state === null || state.invoiceReference !== drawnReference) {
    firstAmount = state?.totalAmount.value ?? '';
    reserved = null;
    forgetOffer();
  }
  drawnReference = state?.invoiceReference ?? null;
  if (state === null) return;
  reserved = state.reserved?.amount ?? reserved;
  drawBill(state);
  drawResult(state);
  drawOffer(state);
}

function drawBill(state: PhoneStateView): void {
  const was = byId('was');
  was.hidden = state.totalAmount.value === firstAmount;
  was.textContent = texts.was.replace('{amount}', decimals(firstAmount));
  drawCardNote(byId('bill-note'), state);
}

function drawCardNote(note: HTMLElement, { stage, customerTokens }: PhoneStateView): void {
  const token = customerTokens.find((each) => each.id !== 'I_GAMING_INTEGRATION');
  const isRefused = token !== undefined && token.status !== PENDING && token.status !== USED;
  const sentence = isRefused ? texts.cardRefused : token?.status === USED ? texts.cardUsed : stage === 'held' ? texts.cardPending : '';
  note.textContent = token ? sentence.replace('{card}', nameOf(token)) : '';
  note.classList.toggle('bad', isRefused);
}

function drawResult(state: PhoneStateView): void {
  const note = byId('result-note');
  note.classList.remove('bad');
  note.textContent = keptSentence();
  if (state.stage === 'held') drawCardNote(note, state);
  if (state.stage === 'reserved' && state.reserved) note.textContent = lasting(state, state.reserved);
  if (!reserved) return;
  if (state.stage === 'paid') {
    const isWhole = state.totalAmount.value === reserved.value;
    note.textContent = isWhole ? texts.settledWhole : texts.settled.replace('{reserved}', money(reserved));
  }
  if (state.stage === 'canceled') say(texts.released);
  if (state.stage === 'expired') say(texts.timedOut);
}

function say([title, text]: readonly [string, string]): void {
  byId('result-title').textContent = title;
  byId('result-text').textContent = text;
  byId('sign').className = 'sign back';
}

function lasting({ totalAmount, now }: PhoneStateView, { amount, until }: NonNullable<PhoneStateView['reserved']>): string {
  const endsIn = texts.endsIn.replace('{time}', clock(Date.parse(until) - Date.parse(now)));
  return totalAmount.value === amount.value ? endsIn : `${texts.soFar.replace('{amount}', money(totalAmount))} ${endsIn}`;
}

/** `59:59`, `1:00:00`. */
function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return (hours > 0 ? `${hours}:${parts.join(':')}` : parts.join(':')).replace(/^0/, '');
}
