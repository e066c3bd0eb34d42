import { useState } from 'react';
import { pinProblem } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/index.ts';
import { PinField } from '../../ui/index.ts';

/** A PIN that is being chosen, typed twice. */
export interface NewPin {
  readonly pin: string;
  readonly again: string;
  readonly setPin: (pin: string) => void;
  readonly setAgain: (again: string) => void;
  readonly complete: boolean;
  readonly clear: () => void;
}

export function useNewPin(): NewPin {
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const clear = () => {
    setPin('');
    setAgain('');
  };
  return { pin, again, setPin, setAgain, complete: pinProblem(pin) === null && again === pin, clear };
}

export function NewPinFields({ chosen }: { readonly chosen: NewPin }) {
  const { t } = useTranslate();
  const { pin, again, setPin, setAgain } = chosen;
  const isWeak = pin.length >= 4 && pinProblem(pin) !== null;
  const differs = again !== '' && !pin.startsWith(again);
  return (
    <>
      <PinField label={t('settings.owner.newPin')} value={pin} onChange={setPin} problem={isWeak ? t('setup.check.pinWeak') : null} />
      <PinField
        label={t('settings.owner.again')}
        value={again}
        onChange={setAgain}
        problem={differs ? t('setup.check.pinDiffers') : null}
      />
    </>
  );
}
