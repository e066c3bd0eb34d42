import type { PhoneStateView } from '../world/views.ts';
import type { NotesTexts } from './notes-texts.ts';
import type { PageTools } from './page-tools.ts';

/**
 * What the shop does while the customer waits, said beside what the phone shows: a changed amount, what became of the card,
 * how long a reservation lasts and how it ended, and the offer to keep a card that was swiped at the till. It listens to the
 * phone's own program, which draws the rest.
 */
export function notesScript(
  { language, byId, post, decimals, money, customerId, send, listen }: PageTools,
  allTexts: { readonly en: NotesTexts; readonly sv: NotesTexts },
): void {
  const USED = 1;
  const PENDING = 0;
  const texts = allTexts[language];
  /** The invoice as it was before, to tell what changed. */
  let before: PhoneStateView | null = null;
  /** The first amount that the customer saw. */
  let firstAmount = '';
  /** What is, or was, reserved. */
  let reserved: PhoneStateView['totalAmount'] | null = null;
  /** Whether the customer does not want the card that this invoice offers. */
  let isDeclined = false;
  /** What was said when the customer took it. */
  let kept = '';

  type Card = { readonly description?: string | undefined; readonly value?: string | undefined };
  const nameOf = ({ description, value }: Card): string => description || value || '';
  const nameAndNumber = ({ description, value }: Card): string => [description, value].filter(Boolean).join(' ');

  function draw(state: PhoneStateView | null): void {
    if (state === null || state.invoiceReference !== before?.invoiceReference) {
      firstAmount = state?.totalAmount.value ?? '';
      reserved = null;
      isDeclined = false;
      kept = '';
    }
    before = state;
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
    note.textContent = kept;
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

  function drawOffer({ offeredCard }: PhoneStateView): void {
    byId('offer').hidden = offeredCard === null || isDeclined;
    if (offeredCard === null) return;
    const { replaces } = offeredCard;
    byId('offer-text').textContent = (replaces ? texts.offerReplace : texts.offerAdd)
      .replace('{card}', nameAndNumber(offeredCard))
      .replace('{old}', replaces ? nameAndNumber(replaces) : '');
    byId('keep-card').textContent = replaces ? texts.replaceCard : texts.keepCard;
  }

  async function keep(): Promise<void> {
    const offered = before?.offeredCard;
    if (!offered) return;
    const { id, value, description } = offered;
    const answer = await post('cards/add', { id, value, description: description || undefined, customerId: customerId() });
    if (answer?.status !== 200) return;
    kept = texts.cardKept.replace('{card}', nameAndNumber(offered));
    byId('result-note').textContent = kept;
    byId('offer').hidden = true;
    send('accountChanged', null);
  }

  byId('no-card').textContent = texts.noCard;
  byId('keep-card').addEventListener('click', () => void keep());
  byId('no-card').addEventListener('click', () => {
    isDeclined = true;
    byId('offer').hidden = true;
  });
  listen('invoice', draw);
}
