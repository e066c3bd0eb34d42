import type { Clock } from '../../clock/clock.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { pinRefusal } from '../../contract/owner-pin.ts';
import type { RandomBytes } from '../ids.ts';
import { OK, refuse } from '../results.ts';
import { createPinGate, hashPin } from './pin.ts';
import type { SettingsKeeper } from './settings-keeper.ts';

export interface OwnerDeps {
  readonly settings: Pick<SettingsKeeper, 'get' | 'ownerProfile'>;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
}

/** The door before what is dangerous. */
export interface Owner {
  /** Does it only behind the right PIN. */
  allowed(pin: string, act: () => IntentResult | Promise<IntentResult>): Promise<IntentResult>;
  /** A PIN has been chosen. */
  isKnown(): boolean;
  /** The PIN was given, or the set-up was gone on with, no longer ago than {@link PRESENT_MS}. */
  isPresent(): boolean;
  /** The set-up goes on in the owner's presence. */
  stays(): void;
}

/** So long the set-up waits for its next answer before it asks for the PIN again: a letter from SEQR can be fetched meanwhile. */
const PRESENT_MS = 10 * 60_000;

export function createOwner({ settings, clock, randomBytes }: OwnerDeps): Owner {
  const profile = settings.ownerProfile;
  const checkPin = createPinGate(clock);
  let presentUntilMs = 0;

  function stays(): void {
    presentUntilMs = clock.monotonicMs() + PRESENT_MS;
  }

  /** In practice the first PIN given becomes the owner's: there are no default passwords (till-features E11). */
  function choose(pin: string): IntentResult {
    if (settings.get().mode !== 'practice') return refuse('pin.none');
    if (pinRefusal(pin) !== null) return refuse('setup.pin-weak');
    return profile.save({ ownerPin: hashPin(pin, randomBytes) }) ? OK : refuse('settings.not-saved');
  }

  function check(pin: string): IntentResult {
    const stored = profile.get().ownerPin;
    if (stored === null) return choose(pin);
    const checked = checkPin(pin, stored);
    if (checked.ok) return OK;
    return checked.waitSeconds === null ? refuse('pin.wrong') : refuse('pin.locked', { seconds: checked.waitSeconds });
  }

  return {
    async allowed(pin, act) {
      const checked = check(pin);
      if (!checked.ok) return checked;
      stays();
      return act();
    },
    isKnown: () => profile.get().ownerPin !== null,
    isPresent: () => clock.monotonicMs() < presentUntilMs,
    stays,
  };
}
