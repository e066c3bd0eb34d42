import { useState } from 'react';
import { useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner, Button, ProblemBanner } from '../../ui/index.ts';
import { BusinessFields } from '../set-up/business-fields.tsx';
import { useBusinessForm } from '../set-up/use-business-form.ts';
import { OwnerGate } from './owner-gate.tsx';

/** What stands on every receipt, behind the owner's PIN. */
export function ShopSection() {
  const { t } = useTranslate();
  return <OwnerGate what={t('settings.shop.what')}>{(pin) => <ShopForm pin={pin} />}</OwnerGate>;
}

function ShopForm({ pin }: { readonly pin: string }) {
  const { t } = useTranslate();
  const form = useBusinessForm(useSnapshot((snapshot) => snapshot.setup.business));
  const { send, pending, problem } = useFormIntent();
  const [saved, setSaved] = useState(false);
  const save = async () => {
    setSaved(false);
    const answers = form.answers();
    if (answers !== null) setSaved((await send({ kind: 'business.change', pin, ...answers })).ok);
  };
  return (
    <form
      className="settings-form settings-form--first"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <p className="soft">{t('settings.shop.fromNowOn')}</p>
      <BusinessFields form={form} currencyFixed />
      {problem !== null && <ProblemBanner problem={problem} />}
      {saved && problem === null && <Banner tone="good">{t('settings.saved')}</Banner>}
      <Button type="submit" kind="primary" pending={pending}>
        {t('settings.shop.save')}
      </Button>
    </form>
  );
}
