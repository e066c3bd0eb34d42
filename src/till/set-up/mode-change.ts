import type { IntentResult } from '../../contract/ipc.ts';
import type { Profile } from '../settings/settings.ts';

/** Practice or the real service: which journal is open, and the change from one to the other (PF-23). */
export interface Mode {
  /**
   * @param patch what changes with it in the profile of that mode: both are on disk, or neither
   * @returns false: the settings could not be saved, and all is as it was
   */
  readonly use: (mode: 'practice' | 'live', patch: (profile: Profile) => Partial<Profile>) => boolean;
  mayLeavePractice(): IntentResult;
  /** Practice's journal stays where it is. What was set up of the real service is taken up again; else the wizard begins anew. */
  leavePractice(): IntentResult;
}
