import path from 'node:path';
import type { Page } from '@playwright/test';

/** Names the window that the step's picture is taken of; the last one named counts. */
export type Show = (page: Page) => void;

/** A play told step by step: one plain line each in the terminal, one numbered picture each in a folder. */
export interface Story {
  /** Tells the sentence, does the work, takes the picture and calls it `name`. @returns what the work returns */
  readonly tell: <Result>(name: string, sentence: string, work: (show: Show) => Promise<Result>) => Promise<Result>;
  readonly steps: () => number;
  /** Since the story began, with one decimal. */
  readonly seconds: () => string;
}

/** @param pauseMs how long each step stays on screen before the next begins */
export function createStory(folder: string, pauseMs: number): Story {
  const begunMs = performance.now();
  const secondsSince = (fromMs: number): string => ((performance.now() - fromMs) / 1000).toFixed(1);
  let step = 0;
  return {
    async tell(name, sentence, work) {
      step += 1;
      const number = String(step).padStart(2, '0');
      const stepMs = performance.now();
      process.stdout.write(`${number}  ${sentence} … `);
      const shown: Page[] = [];
      const result = await work((page) => void shown.push(page));
      process.stdout.write(`${secondsSince(stepMs)} s\n`);
      await shown.at(-1)?.screenshot({ path: path.join(folder, `${number}-${name}.png`), animations: 'disabled' });
      if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
      return result;
    },
    steps: () => step,
    seconds: () => secondsSince(begunMs),
  };
}
