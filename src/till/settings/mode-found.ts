import type { ProblemCode } from '../../text/index.ts';
import type { SettingsKeeper } from './settings-keeper.ts';

/** What lies in one journal. */
export interface FoundBook {
  /** Something was ever written in it, or it cannot be read, and then something may have been. */
  readonly isUsed: boolean;
  /** The terminals of its payments that have not come to an end. */
  readonly openAt: readonly { readonly endpoint: string; readonly terminalId: string }[];
}

type Found = Pick<SettingsKeeper, 'get' | 'modeIsLost' | 'areMissing'>;

/** In which mode a till starts, and what has to be said about that. */
export interface ModeFound {
  readonly mode: 'unset' | 'practice' | 'live';
  readonly told: ProblemCode | null;
}

/**
 * The journals are opened whatever the settings say: a payment that is open in one is asked about, or at least shown, and
 * never left for a word in a file (PF-15, PF-30). Money comes before practice.
 *
 * @param look is not asked about the book of the real service where the settings name it
 */
export function modeFound(settings: Found, look: (mode: 'practice' | 'live') => FoundBook): ModeFound {
  const { mode, live, practice } = settings.get();
  if (mode === 'live' && !settings.modeIsLost) return { mode, told: null };
  const real = look('live');
  if (mode === 'practice' && !settings.modeIsLost) {
    if (real.openAt.length === 0) return { mode, told: null };
    const isKnown = real.openAt.some(({ endpoint, terminalId }) =>
      live.terminalSecrets.some((secret) => secret.endpoint === endpoint && secret.terminalId === terminalId),
    );
    // Somebody can still ask about it, and nobody practises beside a payment that is waited for.
    return isKnown ? { mode: 'live', told: 'settings.mode-found' } : { mode, told: 'settings.live-open' };
  }
  if (live.done || real.isUsed) return { mode: 'live', told: settings.areMissing ? 'settings.missing' : 'settings.mode-found' };
  const tried = look('practice');
  const told = settings.areMissing && tried.isUsed ? 'settings.missing' : null;
  // Whoever has left practice has left it; but nobody has where the settings are lost.
  if (settings.modeIsLost && (practice.done || tried.openAt.length > 0)) return { mode: 'practice', told: told ?? 'settings.mode-found' };
  return { mode: 'unset', told };
}
