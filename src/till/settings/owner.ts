import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../clock/clock.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { pinRefusal } from '../../contract/owner-pin.ts';
import type { SetupView } from '../../contract/setup-view.ts';
import type { RandomBytes } from '../ids.ts';
import type { Derive } from '../ports.ts';
import { OK, refuse } from '../results.ts';
import type { OwnerRecord } from './owner-record.ts';
import { createPinGate } from './pin-gate.ts';
import { hashSecret, isDamaged, secretMatches } from './pin.ts';
import type { SecretHash } from './pin.ts';
import { asRecoveryCode, newRecoveryCode } from './recovery-code.ts';
import type { SettingsKeeper } from './settings-keeper.ts';
import type { Profile } from './settings.ts';

export interface OwnerDeps {
  readonly settings: Pick<SettingsKeeper, 'get' | 'ownerProfile'>;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly derive: Derive;
  readonly record: OwnerRecord;
  /** The reseller's password, if the till keeps it, so that no close asks a cashier for it; null: it does not, or it cannot be opened. */
  readonly keptPassword: () => Promise<string | null>;
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
  /** Another PIN, or the first. `detail` of the result is the recovery code, if there was none; it is told once. */
  choose(pin: string, by: 'setUp' | 'owner'): Promise<IntentResult>;
  /** A new recovery code in place of the old one, as `detail` of the result. */
  newCode(): Promise<IntentResult>;
  /** Another PIN and another code by what the owner has of old: the code, or the reseller's password where no cashier knows it. */
  recover(code: string, pin: string): Promise<IntentResult>;
  /** No PIN is known, because the settings are lost, and the journal can tell the recovery code. */
  isCodeKept(): boolean;
  recoverBy(): SetupView['owner']['recoverBy'];
  /** The code that was told last, for as long as the owner is present. */
  freshCode(): string | null;
}

/** So long the set-up waits for its next answer before it asks for the PIN again: a letter from SEQR can be fetched meanwhile. */
const PRESENT_MS = 10 * 60_000;

export function createOwner({ settings, clock, randomBytes, derive, record, keptPassword }: OwnerDeps): Owner {
  const profile = settings.ownerProfile;
  const gate = createPinGate({ clock, profile, onWrong: (count) => record.tell('refused', { count }) });
  let presentUntilMs = 0;
  let fresh: string | null = null;

  const hashed = (secret: string) => hashSecret(secret, randomBytes, derive);
  const isPresent = (): boolean => clock.monotonicMs() < presentUntilMs;
  const stays = (): void => void (presentUntilMs = clock.monotonicMs() + PRESENT_MS);

  /** @param code told with the result, and in the journal by then: settings may be lost at once; null: the one from before stays */
  async function keep(pin: string | null, code: string | null): Promise<IntentResult> {
    const { mode } = settings.get();
    const patch: Partial<Profile> = {
      ...(pin === null ? {} : { ownerPin: await hashed(pin), ownerTries: 0 }),
      ...(code === null ? {} : { ownerRecovery: await hashed(code) }),
    };
    // Practice was left while this was made: its PIN is not the real service's.
    if (settings.get().mode !== mode) return refuse('stale');
    if (!profile.save(patch)) return refuse('settings.not-saved');
    stays();
    if (code === null) return OK;
    record.takeUp();
    fresh = code;
    return { ok: true, detail: code };
  }

  async function chosenAnew(pin: string, code: string | null, by: 'code' | 'password' | 'practice'): Promise<IntentResult> {
    const kept = await gate.inTurn(() => keep(pin, code));
    if (kept.ok) record.tell('recovered', { by });
    return kept;
  }

  /** In practice the first PIN given becomes the owner's: there are no default passwords (till-features E11). */
  function first(pin: string): Promise<IntentResult> {
    return gate.inTurn(async () => {
      if (settings.get().mode !== 'practice') return refuse('pin.none');
      if (pinRefusal(pin) !== null) return refuse('setup.pin-weak');
      // Another was first while this one waited for its turn.
      const known = profile.get().ownerPin;
      if (known !== null) return (await secretMatches(pin, known, derive)) ? OK : refuse('pin.wrong');
      const kept = await keep(pin, null);
      if (kept.ok) record.tell('changed', { by: 'practice' });
      return kept;
    });
  }

  function check(pin: string): Promise<IntentResult> {
    const stored = profile.get().ownerPin;
    if (stored === null) return first(pin);
    // Nobody's PIN any more, and nobody's to choose: the recovery code says who the owner is.
    if (isDamaged(stored)) return Promise.resolve(refuse('pin.damaged'));
    return gate.try(() => secretMatches(pin, profile.get().ownerPin ?? stored, derive), 'pin.wrong');
  }

  return {
    async allowed(pin, act) {
      const checked = await check(pin);
      if (!checked.ok) return checked;
      stays();
      return act();
    },
    isKnown: () => profile.get().ownerPin !== null,
    isPresent,
    stays,
    choose: (pin, by) =>
      gate.inTurn(async () => {
        const isFirst = profile.get().ownerPin === null;
        const code = profile.get().ownerRecovery === null ? newRecoveryCode(randomBytes) : null;
        const kept = await keep(pin, code);
        if (kept.ok) record.tell('changed', { by: isFirst ? 'first' : by });
        return kept;
      }),
    newCode: () => gate.inTurn(() => keep(null, newRecoveryCode(randomBytes))),
    async recover(code, pin) {
      // The settings are lost, and the set-up, where a PIN is chosen, may need a SEQR that is gone (PF-30).
      const lost = profile.get().ownerPin === null ? record.keptRecovery() : null;
      if (profile.get().ownerPin === null && lost === null) return refuse('pin.none');
      if (pinRefusal(pin) !== null) return refuse('setup.pin-weak');
      if (lost === null && isPractices(settings)) return chosenAnew(pin, null, 'practice');
      const shown: { by: 'code' | 'password' | null } = { by: null };
      const tried = await gate.try(
        async () => (shown.by = await recoveredBy(code, lost ?? profile.get().ownerRecovery, { derive, keptPassword })) !== null,
        'pin.recovery-wrong',
      );
      return tried.ok ? chosenAnew(pin, newRecoveryCode(randomBytes), shown.by ?? 'code') : tried;
    },
    isCodeKept: () => profile.get().ownerPin === null && record.keptRecovery() !== null,
    recoverBy: () => (isPractices(settings) ? 'nothing' : profile.get().resellerSecret === null ? 'code' : 'codeOrPassword'),
    freshCode: () => (isPresent() ? fresh : null),
  };
}

/** A PIN of practice alone guards no money. */
function isPractices(settings: Pick<SettingsKeeper, 'get'>): boolean {
  const { mode, live } = settings.get();
  return mode === 'practice' && live.ownerPin === null;
}

/** In a time that says nothing about how much of it was right. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

/** Which of what the owner may have kept this is; null: none. */
async function recoveredBy(
  typed: string,
  ownerRecovery: SecretHash | null,
  { derive, keptPassword }: Pick<OwnerDeps, 'derive' | 'keptPassword'>,
): Promise<'code' | 'password' | null> {
  if (ownerRecovery !== null && (await secretMatches(asRecoveryCode(typed), ownerRecovery, derive))) return 'code';
  const password = await keptPassword();
  return password !== null && isSame(typed, password) ? 'password' : null;
}
