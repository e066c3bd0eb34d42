import type { IntentOf } from '../../contract/intents.ts';
import { pinRefusal } from '../../contract/owner-pin.ts';
import type { ProblemCode } from '../../text/index.ts';
import type { Business, Profile } from './settings.ts';

/*
 * What was typed on the wizard's pages, checked: pure, so that a page and a setting are judged alike. The renderer checks
 * as it is typed; this is the check that counts.
 */

export type Checked<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: ProblemCode };

const wrong = (problem: ProblemCode): { readonly ok: false; readonly problem: ProblemCode } => ({ ok: false, problem });

type BusinessAnswers = Omit<IntentOf<'setup.business'>, 'kind'>;

export function checkBusiness(typed: BusinessAnswers): Checked<Business> {
  const name = typed.name.trim();
  const organisationNumber = typed.organisationNumber.trim();
  const address = typed.address.map((line) => line.trim()).filter((line) => line !== '');
  const vatRates = [...new Set(typed.vatRates)].sort((a, b) => b - a);
  if (name === '') return wrong('setup.name-missing');
  if (!/^[0-9A-Za-z][0-9A-Za-z -]{4,19}$/.test(organisationNumber)) return wrong('setup.orgnr-invalid');
  if (address.length === 0) return wrong('setup.address-missing');
  if (!vatRates.includes(typed.defaultVatRate)) return wrong('setup.vat-missing');
  const { currency, defaultVatRate } = typed;
  return { ok: true, value: { name, organisationNumber, address, currency, vatRates, defaultVatRate } };
}

export function checkCashier(number: string, name: string): Checked<{ readonly number: string; readonly name: string }> {
  if (number.trim() === '') return wrong('cashier.number-missing');
  if (name.trim() === '') return wrong('cashier.name-missing');
  return { ok: true, value: { number: number.trim(), name: name.trim() } };
}

/** The list with one cashier added, or renamed if the number is known. */
export function withCashier(
  cashiers: Profile['cashiers'],
  cashier: { readonly number: string; readonly name: string },
): Profile['cashiers'] {
  return [...cashiers.filter((known) => known.number !== cashier.number), cashier];
}

/** @param isKnown a PIN was chosen before: an empty answer keeps it, which is null in the result */
export function checkOwner(
  typed: Omit<IntentOf<'setup.owner'>, 'kind'>,
  isKnown: boolean,
  cashiers: Profile['cashiers'],
): Checked<Pick<Profile, 'cashiers' | 'cashierNumber'> & { readonly pin: string | null }> {
  const isKept = typed.pin === '' && isKnown;
  if (!isKept && pinRefusal(typed.pin) !== null) return wrong('setup.pin-weak');
  if (typed.pin !== typed.pinAgain) return wrong('setup.pin-mismatch');
  const cashier = checkCashier(typed.cashierNumber, typed.cashierName);
  if (!cashier.ok) return cashier;
  return {
    ok: true,
    value: { pin: isKept ? null : typed.pin, cashiers: withCashier(cashiers, cashier.value), cashierNumber: cashier.value.number },
  };
}
