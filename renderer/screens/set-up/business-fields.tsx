import { CURRENCIES } from '../../../src/money/index.ts';
import { useTranslate } from '../../store/index.ts';
import { Select, TextField } from '../../ui/index.ts';
import { vatRateText } from './answers/vat-rates-text.ts';
import type { BusinessForm } from './use-business-form.ts';
import './business-fields.css';

export interface BusinessFieldsProps {
  readonly form: BusinessForm;
  /** The journal is kept in this currency: it is shown, and stays. */
  readonly currencyFixed?: boolean;
}

/** Who sells, as the law wants it on the paper, and at which VAT rates; for the wizard and for the settings. */
export function BusinessFields({ form, currencyFixed = false }: BusinessFieldsProps) {
  const { t, language } = useTranslate();
  return (
    <div className="business-fields">
      <TextField label={t('setup.business.name')} maxLength={80} autoFocus {...form.name.field} />
      <TextField
        label={t('setup.business.organisationNumber')}
        {...(form.currency === 'SEK' ? { hint: t('setup.business.organisationNumberHelp') } : {})}
        maxLength={20}
        {...form.organisationNumber.field}
      />
      <TextField label={t('setup.business.street')} maxLength={60} {...form.street.field} />
      <TextField label={t('setup.business.town')} maxLength={60} {...form.town.field} />
      <TextField label={t('setup.business.addressMore')} maxLength={60} {...form.addressMore.field} />
      <Select
        label={t('setup.business.currency')}
        options={CURRENCIES.map((each) => ({ value: each, label: each }))}
        value={form.currency}
        onChange={form.setCurrency}
        {...(currencyFixed ? { disabled: true, hint: t('settings.shop.currencyFixed') } : {})}
      />
      <TextField label={t('setup.business.vatRates')} hint={t('setup.business.vatRatesHelp')} {...form.vatRatesText.field} />
      <Select
        label={t('setup.business.defaultVatRate')}
        options={form.vatRates.map((rate) => ({ value: String(rate), label: `${vatRateText(rate, language)} %` }))}
        value={String(form.defaultVatRate)}
        onChange={(rate) => form.setDefaultVatRate(Number(rate))}
      />
    </div>
  );
}
