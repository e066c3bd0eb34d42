import type { ProblemCode } from '../text/index.ts';
import type { Owner } from './settings/owner.ts';
import type { Settings } from './settings/settings.ts';

/**
 * How far a till is, for the question who may ask what of it. `unset`: no service was chosen. `wizard`: one was, and the
 * set-up goes on. `practice` and `live`: it is set up, and sells.
 */
export type Phase = 'unset' | 'wizard' | 'practice' | 'live';

export function phaseOf({ mode, practice, live }: Pick<Settings, 'mode' | 'practice' | 'live'>): Phase {
  switch (mode) {
    case 'practice':
      return practice.done ? 'practice' : 'wizard';
    case 'live':
      return live.done ? 'live' : 'wizard';
    case 'unset':
      // The settings have lost which service is in use. A till that has sold is not set up anew by whoever comes.
      return live.done ? 'live' : 'unset';
  }
}

/**
 * Why nobody may go on with the set-up now; null: whoever is at the till may. A till that is set up is changed under
 * Settings, and where an owner's PIN was chosen, its set-up is the owner's.
 */
export function setUpRefusal(phase: Phase, owner: Pick<Owner, 'isKnown' | 'isPresent'>): ProblemCode | null {
  switch (phase) {
    case 'practice':
    case 'live':
      return 'setup.done';
    case 'unset':
    case 'wizard':
      return owner.isKnown() && !owner.isPresent() ? 'setup.locked' : null;
  }
}
