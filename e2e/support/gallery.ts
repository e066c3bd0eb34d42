/** The renderer's gallery (renderer/dev): every screen drawn from a sample, without a till behind it. */
import path from 'node:path';
import { build } from 'vite';
import { bringAxe, whenDrawn } from './axe.ts';
import type { Theme } from './axe.ts';
import { firstPage, KASSA_DIR, launch, makeUserDataDir, removeUserDataDir } from './launch.ts';
import { cashierWindow } from './till-driver.ts';
import type { CashierWindow } from './till-driver.ts';

export interface Gallery extends CashierWindow {
  /** Which window's samples are shown from now on. */
  readonly take: (window: 'cashier' | 'customer') => Promise<void>;
  /** Draws a sample afresh: nothing is typed, opened or chosen. */
  readonly show: (sample: string) => Promise<void>;
  /** The same picture in another theme, with what has been typed or opened in it. */
  readonly setTheme: (theme: Theme) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Builds the gallery and opens a window on it, in whichever runtime is in use. */
export async function openGallery(): Promise<Gallery> {
  const home = makeUserDataDir();
  const built = path.join(home, 'built');
  const configFile = path.join(KASSA_DIR, 'renderer', 'dev', 'vite.config.ts');
  await build({ configFile, logLevel: 'warn', mode: 'production', build: { outDir: built, emptyOutDir: true } });
  const app = await launch({
    appDir: path.join(KASSA_DIR, 'e2e', 'gallery-app'),
    userDataDir: path.join(home, 'data'),
    env: { GALLERY_DIR: built },
  });
  const page = await firstPage(app);
  await bringAxe(page);
  return {
    ...cashierWindow(page),
    async take(window) {
      await page.goto(new URL(`${window}.html`, page.url()).href);
      await bringAxe(page);
    },
    async show(sample) {
      await page.evaluate((name) => window.gallery.show({ sample: name, theme: 'light', language: 'en' }), sample);
      await whenDrawn(page);
    },
    async setTheme(theme) {
      await page.evaluate((wanted) => window.gallery.setTheme(wanted), theme);
      await whenDrawn(page);
    },
    async end() {
      await app.close();
      removeUserDataDir(home);
    },
  };
}
