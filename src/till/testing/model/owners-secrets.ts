import type { Intent } from '../../../contract/intents.ts';
import type { IntentResult } from '../../../contract/ipc.ts';

/** What the owner keeps in mind and on paper: the PIN, and the code for when it is forgotten. */
export interface OwnersSecrets {
  pin(): string;
  code(): string | null;
  /** It may come to disk though nobody ever hears so. */
  pressing(intent: Intent): void;
  answered(intent: Intent, result: IntentResult): void;
}

/** The PIN that this intent makes the owner's; null: it makes none. */
function chosenBy(intent: Intent): string | null {
  if (intent.kind === 'owner.change' || intent.kind === 'owner.recover') return intent.newPin;
  return intent.kind === 'setup.owner' && intent.pin !== '' ? intent.pin : null;
}

/** The PIN that was typed with it; null: none was. */
function typedWith(intent: Intent): string | null {
  if (intent.kind === 'setup.owner') return intent.pinNow ?? null;
  if ('keep' in intent) return intent.keep?.pin ?? null;
  return 'pin' in intent ? (intent.pin ?? null) : null;
}

/** @param first the PIN and the code with which the schedule begins */
export function createOwnersSecrets(first: { readonly pin: string; readonly code: string | null }): OwnersSecrets {
  /** The one that was right last, or was chosen last, comes first; after a crash another may be the right one. */
  let pins: readonly string[] = [first.pin];
  let { code } = first;
  const others = (pin: string): readonly string[] => pins.filter((each) => each !== pin);

  return {
    pin: () => pins[0] ?? first.pin,
    code: () => code,
    pressing(intent) {
      const chosen = chosenBy(intent);
      if (chosen !== null && !pins.includes(chosen)) pins = [...pins, chosen];
    },
    answered(intent, result) {
      const chosen = chosenBy(intent);
      const typed = typedWith(intent);
      if (result.ok) {
        if (chosen !== null) pins = [chosen, ...others(chosen)];
        const tells = intent.kind === 'owner.newCode' || intent.kind === 'owner.recover' || intent.kind === 'setup.owner';
        if (tells && result.detail !== undefined) code = result.detail;
      } else if (result.problem.code === 'pin.wrong' && typed !== null && typed === pins[0]) pins = [...others(typed), typed];
    },
  };
}
