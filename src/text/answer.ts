import { happened } from './answer/happened.ts';
import { means } from './answer/means.ts';
import { step } from './answer/step.ts';

/**
 * What SEQR's answers say to a person, in three parts (till-features E8): what happened, by code; what it means for the
 * money, by operation; what to do. `seqr-problem.ts` puts them together.
 */
export const answer = {
  en: { happened: { ...happened.en, withCode: '{{happened}} (code {{code}}).' }, means: means.en, step: step.en },
  sv: { happened: { ...happened.sv, withCode: '{{happened}} (kod {{code}}).' }, means: means.sv, step: step.sv },
} as const;
