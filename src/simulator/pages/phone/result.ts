import type { PhoneStateView } from '../../world/views.ts';
import { byId } from '../shared/by-id.ts';
import { language } from '../shared/language.ts';
import { drawAmount } from './bill.ts';
import { PHONE_TEXTS } from './texts.ts';

const texts = PHONE_TEXTS[language];

/** What has become of the purchase, once the customer has confirmed it or it has ended. */
export function drawResult(state: PhoneStateView): void {
  const [title, text] = wordsFor(state);
  byId('sign').className = `sign ${signFor(state.stage)}`;
  byId('result-title').textContent = title;
  byId('result-text').textContent = text;
  drawAmount(byId('result-amount'), state.reserved?.amount ?? state.totalAmount);
  drawReference(state);
  byId('result-cancel').hidden = state.stage !== 'held';
  byId('again').hidden = state.stage === 'held' || state.stage === 'inBank';
}

/** The last digits of a payment's reference, which a cashier may ask for. */
function drawReference({ stage, ersReference }: PhoneStateView): void {
  const reference = byId('result-reference');
  reference.replaceChildren();
  if (stage !== 'paid' || !ersReference) return;
  const lastSix = document.createElement('b');
  lastSix.textContent = `…${ersReference.slice(-6)}`;
  reference.append(texts.reference, lastSix);
  reference.title = ersReference;
}

function wordsFor({ stage, canceledBy }: PhoneStateView): readonly [string, string] {
  switch (stage) {
    case 'canceled':
      return canceledBy === 'customer' ? texts.canceledByCustomer : texts.canceledByTill;
    case 'waiting':
    case 'scanned':
    case 'held':
      return texts.held;
    case 'inBank':
    case 'reserved':
    case 'paid':
    case 'reversed':
    case 'failed':
    case 'expired':
      return texts[stage];
  }
}

function signFor(stage: PhoneStateView['stage']): string {
  if (stage === 'paid') return 'good';
  if (stage === 'reserved') return 'kept';
  if (stage === 'reversed') return 'back';
  return stage === 'held' || stage === 'inBank' ? 'turning' : 'stopped';
}
