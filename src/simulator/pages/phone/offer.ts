import type { PhoneStateView } from '../../world/views.ts';
import { byId } from '../shared/by-id.ts';
import { language } from '../shared/language.ts';
import { nameAndNumber } from './card-names.ts';
import { send } from './news.ts';
import { NOTES_TEXTS } from './notes-texts.ts';
import { customerId } from './owner.ts';
import { post } from './service.ts';

const texts = NOTES_TEXTS[language];
/** The card that was swiped at the till and is not on this phone. */
let offered: PhoneStateView['offeredCard'] = null;
/** Whether the customer does not want the card that this invoice offers. */
let isDeclined = false;
/** What was said when the customer took it. */
let kept = '';

/** Another invoice: what was said about the last one's card no longer counts. */
export function forgetOffer(): void {
  offered = null;
  isDeclined = false;
  kept = '';
}

/** The sentence that the card was kept; empty if none was. */
export function keptSentence(): string {
  return kept;
}

export function drawOffer({ offeredCard }: PhoneStateView): void {
  offered = offeredCard;
  byId('offer').hidden = offeredCard === null || isDeclined;
  if (offeredCard === null) return;
  const { replaces } = offeredCard;
  byId('offer-text').textContent = (replaces ? texts.offerReplace : texts.offerAdd)
    .replace('{card}', nameAndNumber(offeredCard))
    .replace('{old}', replaces ? nameAndNumber(replaces) : '');
  byId('keep-card').textContent = replaces ? texts.replaceCard : texts.keepCard;
}

/** Listens to what the customer answers. */
export function startOffer(): void {
  byId('no-card').textContent = texts.noCard;
  byId('keep-card').addEventListener('click', () => void keep());
  byId('no-card').addEventListener('click', () => {
    isDeclined = true;
    byId('offer').hidden = true;
  });
}

async function keep(): Promise<void> {
  const card = offered;
  if (!card) return;
  const { id, value, description } = card;
  const answer = await post('cards/add', { id, value, description: description || undefined, customerId: customerId() });
  if (answer?.status !== 200) return;
  kept = texts.cardKept.replace('{card}', nameAndNumber(card));
  byId('result-note').textContent = kept;
  byId('offer').hidden = true;
  send('accountChanged', null);
}
