import { useState } from 'react';
import { pinProblem } from '../../../src/contract/index.ts';
import { useSnapshot } from '../../store/index.ts';

/** The owner's PIN as it is typed; a till that has none yet, after practice, is given one, typed twice. */
export interface OwnerPin {
  readonly pin: string;
  readonly again: string;
  readonly setPin: (pin: string) => void;
  readonly setAgain: (again: string) => void;
  /** None has been set: the first that is sent becomes the owner's. */
  readonly isNew: boolean;
  readonly weak: boolean;
  readonly differs: boolean;
  /** It can be sent. */
  readonly complete: boolean;
  readonly clear: () => void;
}

export function useOwnerPin(): OwnerPin {
  // What stands at the beginning counts: the first PIN that is sent becomes the owner's.
  const [isNew] = useState(!useSnapshot((snapshot) => snapshot.setup.owner.pinSet));
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const weak = isNew && pin.length >= 4 && pinProblem(pin) !== null;
  return {
    pin,
    again,
    setPin,
    setAgain,
    isNew,
    weak,
    differs: isNew && again !== '' && !pin.startsWith(again),
    complete: pin.length >= 4 && (!isNew || (!weak && again === pin)),
    clear: () => setPin(''),
  };
}
