import { useState } from 'react';
import { CURRENCIES } from '../../../src/contract/index.ts';
import type { Currency } from '../../../src/contract/index.ts';
import { useSnapshot, useTranslate } from '../../state/index.ts';
import { Select, TextField } from '../../ui/index.ts';
import { isOrganisationNumber } from '../answers/organisation-number.ts';
import { vatRatesFromText, vatRateText } from '../answers/vat-rates-text.ts';
import { SetupPage } from '../setup-page.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSetupStep } from '../use-setup-step.ts';

/** Who sells, as the law wants it on the paper, and at which VAT rates. */
export function BusinessPage() {
  const { t, language } = useTranslate();
  const business = useSnapshot((snapshot) => snapshot.setup.business);
  const { onBack, answer, pending, problem } = useSetupStep('business');
  const [asked, setAsked] = useState(false);
  const [currency, setCurrency] = useState<Currency>(business.currency);
  const [chosenRate, setChosenRate] = useState(business.defaultVatRate);

  const required = (text: string) => (text.trim() === '' ? t('setup.check.required') : null);
  const name = useAnswer(business.name, required, asked);
  const number = useAnswer(
    business.organisationNumber,
    (text) => required(text) ?? (isOrganisationNumber(text, currency) ? null : t('setup.check.organisationNumber')),
    asked,
  );
  const [street = '', town = '', more = ''] = business.address;
  const streetLine = useAnswer(street, required, asked);
  const townLine = useAnswer(town, required, asked);
  const moreLine = useAnswer(more, () => null, asked);
  const rates = useAnswer(
    business.vatRates.map((rate) => vatRateText(rate, language)).join(' '),
    (text) => (vatRatesFromText(text) === null ? t('setup.business.vatRatesWrong') : null),
    asked,
  );

  const vatRates = vatRatesFromText(rates.value) ?? business.vatRates;
  const defaultVatRate = vatRates.includes(chosenRate) ? chosenRate : (vatRates[0] ?? 0);
  const proceed = () => {
    setAsked(true);
    if (![name, number, streetLine, townLine, rates].every((each) => each.ok)) return;
    const address = [streetLine, townLine, moreLine].map((line) => line.value.trim()).filter((line) => line !== '');
    const organisationNumber = number.value.trim();
    void answer({ kind: 'setup.business', name: name.value.trim(), organisationNumber, address, currency, vatRates: [...vatRates], defaultVatRate });
  };

  return (
    <SetupPage title={t('setup.business.title')} onBack={onBack} onContinue={proceed} pending={pending} problem={problem}>
      <div className="setup-grid">
        <TextField label={t('setup.business.name')} maxLength={80} autoFocus {...name.field} />
        <TextField
          label={t('setup.business.organisationNumber')}
          {...(currency === 'SEK' ? { hint: t('setup.business.organisationNumberHelp') } : {})}
          maxLength={20}
          {...number.field}
        />
        <TextField label={t('setup.business.street')} maxLength={60} {...streetLine.field} />
        <TextField label={t('setup.business.town')} maxLength={60} {...townLine.field} />
        <TextField label={t('setup.business.addressMore')} maxLength={60} {...moreLine.field} />
        <Select
          label={t('setup.business.currency')}
          options={CURRENCIES.map((each) => ({ value: each, label: each }))}
          value={currency}
          onChange={setCurrency}
        />
        <TextField label={t('setup.business.vatRates')} hint={t('setup.business.vatRatesHelp')} {...rates.field} />
        <Select
          label={t('setup.business.defaultVatRate')}
          options={vatRates.map((rate) => ({ value: String(rate), label: `${vatRateText(rate, language)} %` }))}
          value={String(defaultVatRate)}
          onChange={(rate) => setChosenRate(Number(rate))}
        />
      </div>
    </SetupPage>
  );
}
