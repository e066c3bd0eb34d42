/** All that others may take of the stand-in: where its executable lies, and which browser it would drive. */
import path from 'node:path';

export { findChromium } from './chromium-path.ts';

/** Takes the place of Electron's executable, with the same arguments. */
export const STAND_IN = path.join(import.meta.dirname, 'bin', 'electron');
