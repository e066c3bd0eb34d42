import { useState } from 'react';
import type { IntentOf, SetupView } from '../../../src/contract/index.ts';
import type { Currency, VatRate } from '../../../src/money/index.ts';
import { useTranslate } from '../../store/index.ts';
import { isOrganisationNumber } from './answers/organisation-number.ts';
import { vatRatesFromText, vatRateText } from './answers/vat-rates-text.ts';
import { useAnswer } from './use-answer.ts';
import type { Answer } from './use-answer.ts';

/** What is asked about the business, as the core takes it. */
export type BusinessAnswers = Omit<IntentOf<'setup.business'>, 'kind'>;

export interface BusinessForm {
  readonly name: Answer;
  readonly organisationNumber: Answer;
  readonly street: Answer;
  readonly town: Answer;
  readonly addressMore: Answer;
  readonly vatRatesText: Answer;
  readonly currency: Currency;
  readonly setCurrency: (currency: Currency) => void;
  /** Those that were typed; while they make no sense, those from before. */
  readonly vatRates: readonly VatRate[];
  readonly defaultVatRate: VatRate;
  readonly setDefaultVatRate: (rate: VatRate) => void;
  /** Says what is wrong with every field; null if anything is. */
  readonly answers: () => BusinessAnswers | null;
}

/** The answers about the business and their checks; begins with what the core has. */
export function useBusinessForm(business: SetupView['business']): BusinessForm {
  const { t, language } = useTranslate();
  const [asked, setAsked] = useState(false);
  const [currency, setCurrency] = useState<Currency>(business.currency);
  const [chosenRate, setDefaultVatRate] = useState(business.defaultVatRate);

  const required = (text: string) => (text.trim() === '' ? t('setup.check.required') : null);
  const numberProblem = (text: string) => {
    // One that the core has taken before is no obstacle to changing something else.
    const good = text.trim() === business.organisationNumber || isOrganisationNumber(text, currency);
    return required(text) ?? (good ? null : t('setup.check.organisationNumber'));
  };
  const name = useAnswer(business.name, required, asked);
  const organisationNumber = useAnswer(business.organisationNumber, numberProblem, asked);
  const [firstStreet = '', firstTown = '', firstMore = ''] = business.address;
  const street = useAnswer(firstStreet, required, asked);
  const town = useAnswer(firstTown, required, asked);
  const addressMore = useAnswer(firstMore, () => null, asked);
  const vatRatesText = useAnswer(
    business.vatRates.map((rate) => vatRateText(rate, language)).join(' '),
    (text) => (vatRatesFromText(text) === null ? t('setup.business.vatRatesWrong') : null),
    asked,
  );

  const vatRates = vatRatesFromText(vatRatesText.value) ?? business.vatRates;
  const defaultVatRate = vatRates.includes(chosenRate) ? chosenRate : (vatRates[0] ?? 0);
  const answers = () => {
    setAsked(true);
    if (![name, organisationNumber, street, town, vatRatesText].every((each) => each.ok)) return null;
    return {
      name: name.value.trim(),
      organisationNumber: organisationNumber.value.trim(),
      address: [street, town, addressMore].map((line) => line.value.trim()).filter((line) => line !== ''),
      currency,
      vatRates: [...vatRates],
      defaultVatRate,
    };
  };
  return {
    name,
    organisationNumber,
    street,
    town,
    addressMore,
    vatRatesText,
    currency,
    setCurrency,
    vatRates,
    defaultVatRate,
    setDefaultVatRate,
    answers,
  };
}
