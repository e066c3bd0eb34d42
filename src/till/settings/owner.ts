import type { Clock } from '../../clock/clock.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { RandomBytes } from '../ids.ts';
import { OK, refuse } from '../results.ts';
import { createPinGate, hashPin } from './pin.ts';
import type { ProfileStore } from './settings.ts';

/** The door before what is dangerous. */
export interface Owner {
  /** Does it only behind the right PIN. */
  allowed(pin: string, act: () => IntentResult | Promise<IntentResult>): Promise<IntentResult>;
}

export function createOwner(profile: ProfileStore, clock: Clock, randomBytes: RandomBytes): Owner {
  const checkPin = createPinGate(clock);

  /** Without an owner's PIN (practice) the first one given becomes it: there are no default passwords (till-features E11). */
  function check(pin: string): IntentResult {
    const stored = profile.get().ownerPin;
    if (stored === null) return profile.save({ ownerPin: hashPin(pin, randomBytes) }) ? OK : refuse('settings.not-saved');
    const checked = checkPin(pin, stored);
    if (checked.ok) return OK;
    return checked.waitSeconds === null ? refuse('pin.wrong') : refuse('pin.locked', { seconds: checked.waitSeconds });
  }

  return {
    async allowed(pin, act) {
      const checked = check(pin);
      return checked.ok ? act() : checked;
    },
  };
}
