import { byId } from '../shared/by-id.ts';
import { language } from '../shared/language.ts';
import { PHONE_TEXTS } from './texts.ts';

const PIN_LENGTH = 4;
const texts = PHONE_TEXTS[language];
const payButton = byId('pay') as HTMLButtonElement;
let pin = '';

export function enteredPin(): string {
  return pin;
}

/** Shows how many digits there are, never which; only a whole PIN can pay. */
export function setPin(digits: string): void {
  pin = digits.slice(0, PIN_LENGTH);
  const dots = byId('dots');
  for (const [index, dot] of [...dots.children].entries()) dot.classList.toggle('on', index < pin.length);
  dots.setAttribute('aria-label', texts.pinDigits.replace('{count}', String(pin.length)));
  payButton.disabled = pin.length < PIN_LENGTH;
}

export function addDigit(digit: string): void {
  setPin(pin + digit);
}

export function eraseDigit(): void {
  setPin(pin.slice(0, -1));
}
