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
    of: (till) =>
      async (name, page = till.page) => {
        scenes += 1;
        // A window behind another may show an older frame; and nothing slides or fades through a picture.
        await page.bringToFront();
        await page.emulateMedia({ reducedMotion: 'reduce' });
        const file = `${String(scenes).padStart(2, '0')}-${name}.png`;
        for (const theme of THEMES) {
          await till.intent({ kind: 'preferences.change', patch: { theme } });
          await page.locator(`html[data-theme=${theme}]`).waitFor();
          for (const size of SIZES) {
            await resize(till, page, size);
            const place = path.join(folder, `${size.width}x${size.height}-${theme}`);
            fs.mkdirSync(place, { recursive: true });
            await page.screenshot({ path: path.join(place, file) });
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
  await window.evaluate((shown: Electron.BrowserWindow, [w, h]) => {
    shown.setContentSize(w, h);
  }, [width, height] as const);
  await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const);
  // What is laid out by its measured size is drawn one frame later.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
