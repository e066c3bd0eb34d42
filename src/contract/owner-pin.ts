/** Why a PIN is refused; null if it is good. */
export type PinProblem = 'length' | 'weak';

/** Every digit one more, or one less, than the one before. */
function inARow(pin: string): boolean {
  const steps = Array.from(pin.slice(1), (digit, index) => Number(digit) - Number(pin[index]));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** Why a PIN cannot become the owner's: what the core refuses, whoever asks. */
export function pinRefusal(pin: string): PinProblem | null {
  if (!/^\d{4,12}$/.test(pin)) return 'length';
  return /^(\d)\1+$/.test(pin) ? 'weak' : null;
}

/** The same, and what a screen talks a person out of as it is typed. */
export function pinProblem(pin: string): PinProblem | null {
  return pinRefusal(pin) ?? (inARow(pin) ? 'weak' : null);
}
