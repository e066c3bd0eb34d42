import { dayProblems } from './problem/day.ts';
import { machineProblems } from './problem/machine.ts';
import { outgoingProblems } from './problem/outgoing.ts';
import { saleProblems } from './problem/sale.ts';
import { seqrProblems } from './problem/seqr.ts';
import { setupProblems } from './problem/setup.ts';

/**
 * The sentences of every stable code the core can answer with (till-features E8): what happened, what it means for the
 * money, what to do. A code's dots are the path: `sale.locked` is `problem.sale.locked`.
 */
export const problem = {
  en: { ...saleProblems.en, ...seqrProblems.en, ...setupProblems.en, ...machineProblems.en, ...outgoingProblems.en, ...dayProblems.en },
  sv: { ...saleProblems.sv, ...seqrProblems.sv, ...setupProblems.sv, ...machineProblems.sv, ...outgoingProblems.sv, ...dayProblems.sv },
} as const;
