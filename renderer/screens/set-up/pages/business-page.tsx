import { useSnapshot, useTranslate } from '../../../store/index.ts';
import { BusinessFields } from '../business-fields.tsx';
import { SetupPage } from '../setup-page.tsx';
import { useBusinessForm } from '../use-business-form.ts';
import { useSetupStep } from '../use-setup-step.ts';

/** Who sells, as the law wants it on the paper, and at which VAT rates. */
export function BusinessPage() {
  const { t } = useTranslate();
  const currencyFixed = useSnapshot((snapshot) => snapshot.setup.currencyFixed);
  const form = useBusinessForm(useSnapshot((snapshot) => snapshot.setup.business));
  const { onBack, answer, pending, problem } = useSetupStep('business');
  const proceed = () => {
    const answers = form.answers();
    if (answers !== null) void answer({ kind: 'setup.business', ...answers });
  };
  return (
    <SetupPage title={t('setup.business.title')} onBack={onBack} onContinue={proceed} pending={pending} problem={problem}>
      <BusinessFields form={form} currencyFixed={currencyFixed} />
    </SetupPage>
  );
}
