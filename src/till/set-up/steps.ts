import type { IntentResult } from '../../contract/ipc.ts';
import { SETUP_STEPS } from '../../contract/setup-view.ts';
import type { SetupStep } from '../../contract/setup-view.ts';
import { OK, refuse } from '../results.ts';
import { SIMULATOR } from '../service/services.ts';
import type { Checked } from '../settings/answers.ts';
import type { Profile, ProfileStore } from '../settings/settings.ts';

/** Where the wizard stands, in the settings: it goes on there after a restart. */
export interface Steps {
  /** Without moving on. */
  save(patch: Partial<Profile>): IntentResult;
  /** Ticks `step` and goes to the next one. */
  pass(step: SetupStep, patch: Partial<Profile>): IntentResult;
  passChecked<Value>(step: SetupStep, checked: Checked<Value>, patch: (value: Value) => Partial<Profile>): IntentResult;
  /** To a page that was answered already, or to the first that was not. */
  go(step: SetupStep): IntentResult;
  finish(): IntentResult;
}

/** What ticks `step` in a profile, and leads to the next one. */
export function passed({ completed }: Profile, step: SetupStep): Pick<Profile, 'completed' | 'step'> {
  const next = SETUP_STEPS[SETUP_STEPS.indexOf(step) + 1] ?? step;
  return { completed: completed.includes(step) ? completed : [...completed, step], step: next };
}

export function createSteps(profile: ProfileStore): Steps {
  function save(patch: Partial<Profile>): IntentResult {
    return profile.save(patch) ? OK : refuse('settings.not-saved');
  }

  const pass = (step: SetupStep, patch: Partial<Profile>): IntentResult => save({ ...patch, ...passed(profile.get(), step) });

  return {
    save,
    pass,
    passChecked: (step, checked, patch) => (checked.ok ? pass(step, patch(checked.value)) : refuse(checked.problem)),
    go(step) {
      const { completed, step: current } = profile.get();
      // Also to the first page that is not answered yet: who looked back can go on without answering anew.
      const isNext = SETUP_STEPS.slice(0, SETUP_STEPS.indexOf(step)).every((before) => completed.includes(before));
      return step === current || completed.includes(step) || isNext ? save({ step }) : refuse('setup.not-now');
    },
    finish() {
      const { terminal, seqrId, testPaid, endpoint, ownerPin } = profile.get();
      if (terminal?.terminalId == null || seqrId === null) return refuse('setup.not-finished');
      // Where the money is real, the first refund must not choose the PIN. Practice gets one when it is needed.
      if (ownerPin === null && endpoint !== SIMULATOR) return refuse('setup.no-owner');
      if (!testPaid && endpoint !== SIMULATOR) return refuse('setup.test-not-paid');
      return save({ done: true, completed: [...SETUP_STEPS] });
    },
  };
}
