import { byId } from '../shared/by-id.ts';

/** Wherever the customer is looking: at the scan, at the bill, at the outcome. */
const PLACES = ['code-error', 'bill-problem', 'result-problem'].map(byId);

/** Says what is wrong; an empty sentence takes it away. */
export function showProblem(sentence: string): void {
  for (const place of PLACES) place.textContent = sentence;
}
