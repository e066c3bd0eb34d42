import { byId } from '../shared/by-id.ts';
import { language } from '../shared/language.ts';
import { sayTexts } from '../shared/say.ts';
import { listen } from './news.ts';
import { addDigit, eraseDigit } from './pin.ts';
import { showProblem } from './problem.ts';
import { act, asksForPin, pollForEver, scan, startOver } from './purchase.ts';
import { PHONE_TEXTS } from './texts.ts';

const texts = PHONE_TEXTS[language];
const codeField = byId('code') as HTMLInputElement;
const payButton = byId('pay') as HTMLButtonElement;

/** The customer's hands on the purchase: scanning, the PIN, the decision. It begins at once with the code of `?code=`, if there is one. */
export function startPhone(): void {
  sayTexts(texts);
  byId('pad').setAttribute('aria-label', texts.pin);
  byId('erase').setAttribute('aria-label', texts.erase);
  byId('rows').setAttribute('aria-label', texts.rows);
  byId('scan').addEventListener('submit', (event) => {
    event.preventDefault();
    void scan(codeField.value);
  });
  for (const key of document.querySelectorAll<HTMLElement>('[data-digit]')) {
    key.addEventListener('click', () => addDigit(key.dataset['digit'] ?? ''));
  }
  byId('erase').addEventListener('click', eraseDigit);
  payButton.addEventListener('click', () => void act('pay'));
  byId('decline').addEventListener('click', () => void act('decline'));
  for (const id of ['cancel', 'result-cancel']) byId(id).addEventListener('click', () => void act('cancel'));
  for (const id of ['stop', 'again']) {
    byId(id).addEventListener('click', () => {
      startOver();
      codeField.focus();
    });
  }
  listen('owner', () => {
    showProblem('');
    startOver();
  });
  document.addEventListener('keydown', onKey);
  codeField.value = new URLSearchParams(location.search).get('code') ?? '';
  startOver();
  codeField.focus();
  void pollForEver();
}

function onKey(event: KeyboardEvent): void {
  const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
  if (!asksForPin() || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  if (/^\d$/.test(event.key)) addDigit(event.key);
  else if (event.key === 'Backspace') eraseDigit();
  else if (event.key === 'Enter' && !payButton.disabled && document.activeElement === document.body) payButton.click();
}
