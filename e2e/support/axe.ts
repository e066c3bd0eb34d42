/** axe's rules, in the page itself: brought once, run as often as is wanted. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

export type Theme = 'light' | 'dark';

/** Brings axe into a page that lacks it. */
export async function bringAxe(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${axe.source}; undefined`);
}

/**
 * What axe finds in a page that has it and shows `theme`, in a line each: the rule, and where. The second theme differs
 * from the first in its colours only.
 */
export function findings(page: Page, theme: Theme): Promise<readonly string[]> {
  return page.evaluate(
    async (only) => {
      const { violations } = await window.axe.run(document, { resultTypes: ['violations'], ...(only === null ? {} : { runOnly: only }) });
      return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
    },
    theme === 'light' ? null : ['color-contrast'],
  );
}

/** Resolves when what is drawn stays: every part has come, and nothing fades or slides any more. */
export async function whenDrawn(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('main') !== null && document.querySelector('.part-coming') === null);
  await page.evaluate(() => {
    // Something that turns for as long as the till waits never ends.
    const ending = document.getAnimations().filter((animation) => Number.isFinite(animation.effect?.getComputedTiming().endTime));
    return Promise.all([document.fonts.ready, ...ending.map((animation) => animation.finished.catch(() => undefined))]).then(
      () => undefined,
    );
  });
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}
