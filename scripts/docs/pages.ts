import { resultCodesPage } from './result-codes-page.ts';
import { stateChartsPage } from './state-charts-page.ts';

/** The pages of docs/ that are drawn from the code, by their file's name. */
export const DRAWN_PAGES: Readonly<Record<string, () => string>> = {
  'result-codes.md': resultCodesPage,
  'state-charts.md': stateChartsPage,
};
