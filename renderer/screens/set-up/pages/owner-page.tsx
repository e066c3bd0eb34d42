import { useState } from 'react';
import { pinProblem } from '../../../../src/contract/index.ts';
import { useSnapshot, useTranslate } from '../../../store/index.ts';
import { PinField, TextField } from '../../../ui/index.ts';
import { SetupPage } from '../setup-page.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSetupStep } from '../use-setup-step.ts';

/** The owner's PIN, typed twice, and the first cashier. `onCode` is told the recovery code, if the PIN is the first. */
export function OwnerPage({ onCode }: { readonly onCode: (code: string) => void }) {
  const { t } = useTranslate();
  const owner = useSnapshot((snapshot) => snapshot.setup.owner);
  const { onBack, ask, skip, pending, problem } = useSetupStep('owner');
  const [asked, setAsked] = useState(false);

  const checkPin = (typed: string) => {
    if (typed === '' && owner.pinSet) return null;
    const found = pinProblem(typed);
    if (found === null) return null;
    return found === 'length' ? t('setup.check.pin') : t('setup.check.pinWeak');
  };
  const required = (text: string) => (text.trim() === '' ? t('setup.check.required') : null);
  const pin = useAnswer('', checkPin, asked);
  const pinAgain = useAnswer('', (typed) => (typed === pin.value ? null : t('setup.check.pinDiffers')), asked);
  const isChanged = owner.pinSet && pin.value !== '';
  const pinNow = useAnswer('', (typed) => (isChanged && typed.length < 4 ? t('setup.check.required') : null), asked);
  const number = useAnswer(owner.cashierNumber === '' ? '1' : owner.cashierNumber, required, asked);
  const name = useAnswer(owner.cashierName, required, asked);

  const proceed = () => {
    setAsked(true);
    if (![pin, pinAgain, pinNow, number, name].every((each) => each.ok)) return;
    const cashierNumber = number.value.trim();
    const cashierName = name.value.trim();
    const same = pin.value === '' && cashierNumber === owner.cashierNumber && cashierName === owner.cashierName;
    if (same) skip();
    else {
      const known = isChanged ? { pinNow: pinNow.value } : {};
      void ask({ kind: 'setup.owner', pin: pin.value, pinAgain: pinAgain.value, ...known, cashierNumber, cashierName }).then((result) => {
        if (result.ok && result.detail !== undefined) onCode(result.detail);
      });
    }
  };

  return (
    <SetupPage title={t('setup.owner.title')} onBack={onBack} onContinue={proceed} pending={pending} problem={problem}>
      <div className="setup-grid">
        <PinField
          label={t('setup.owner.pin')}
          hint={owner.pinSet ? t('setup.owner.pinKept') : t('setup.owner.pinHelp')}
          autoFocus
          {...pin.field}
        />
        <PinField label={t('setup.owner.pinAgain')} {...pinAgain.field} />
        {isChanged && <PinField label={t('setup.owner.pinNow')} hint={t('setup.owner.pinNowHelp')} {...pinNow.field} />}
      </div>
      <h2 className="setup-page__part">{t('setup.owner.cashier')}</h2>
      <div className="setup-grid">
        <TextField label={t('setup.owner.cashierNumber')} hint={t('setup.owner.cashierHelp')} maxLength={10} {...number.field} />
        <TextField label={t('setup.owner.cashierName')} maxLength={40} {...name.field} />
      </div>
    </SetupPage>
  );
}
