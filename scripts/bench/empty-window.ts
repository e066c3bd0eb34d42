import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { launch } from '../../e2e/support/launch.ts';

/** The baseline: an application that only opens a window. */
export const EMPTY_WINDOW_DIR = path.join(import.meta.dirname, 'empty-window');
/** Stands in its page. */
export const EMPTY_WINDOW_SELECTOR = 'main';

/** The empty window, driven as Kassa is, with one evaluation in its page. */
export async function launchEmptyWindow(userDataDir: string): Promise<ElectronApplication> {
  const app = await launch({ appDir: EMPTY_WINDOW_DIR, userDataDir });
  await (await app.firstWindow()).locator(EMPTY_WINDOW_SELECTOR).waitFor({ state: 'attached' });
  return app;
}
