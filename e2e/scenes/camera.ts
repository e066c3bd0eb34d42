/** Takes a picture of a window at every size and in both themes, each in a folder of its own. */
import fs from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Till } from '../support/till-driver.ts';

/** The screens a till is sold with. */
const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
const THEMES = ['light', 'dark'] as const;
/** So often is a window looked at until it stands still; a clock or a ring may move on for ever. */
const LOOKS = 8;

/** Takes all pictures of what a window shows now. `page` is the cashier's window unless another is named. */
export type Shoot = (name: string, page?: Page) => Promise<void>;

export interface Camera {
  readonly of: (till: Till) => Shoot;
  readonly taken: () => number;
}

export function createCamera(folder: string): Camera {
  let scenes = 0;
  let taken = 0;
  return {
    of:
      (till) =>
      async (name, page = till.page) => {
        scenes += 1;
        const file = `${String(scenes).padStart(2, '0')}-${name}.png`;
        for (const theme of THEMES) {
          await till.intent({ kind: 'preferences.change', patch: { theme } });
          await page.locator(`html[data-theme=${theme}]`).waitFor();
          for (const size of SIZES) {
            await resize(till, page, size);
            const place = path.join(folder, `${size.width}x${size.height}-${theme}`);
            fs.mkdirSync(place, { recursive: true });
            fs.writeFileSync(path.join(place, file), await still(page));
            taken += 1;
          }
        }
      },
    taken: () => taken,
  };
}

/** The window itself takes the size, as on such a screen; the page has it when it says so. */
async function resize({ app }: Till, page: Page, { width, height }: (typeof SIZES)[number]): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate(
    (shown: Electron.BrowserWindow, [w, h]) => {
      shown.setContentSize(w, h);
    },
    [width, height] as const,
  );
  await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const);
}

/** A picture in which nothing slides or fades any more. */
async function still(page: Page): Promise<Buffer> {
  await page.evaluate(async () => {
    // What is laid out by its measured size, and what slides in, begins one frame later.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const finite = document.getAnimations().filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(finite.map((animation) => animation.finished.catch(() => undefined)));
  });
  let picture = await page.screenshot();
  for (let look = 1; look < LOOKS; look += 1) {
    const next = await page.screenshot();
    if (next.equals(picture)) break;
    picture = next;
  }
  return picture;
}
