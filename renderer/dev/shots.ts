import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { createServer } from 'vite';
import { SAMPLES } from './samples.ts';

/*
 * Pictures of every sample at the sizes that house style asks for, light and dark, into screenshots/samples:
 * `node renderer/dev/shots.ts [name part] [WIDTHxHEIGHT] [light|dark] [language]`. CHROMIUM names the browser.
 */
const [, , part = '', sizeWanted = '', themeWanted = '', language = 'en'] = process.argv;
const SIZES = [
  { width: 1024, height: 768 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
].filter(({ width, height }) => `${width}x${height}`.includes(sizeWanted));
const THEMES = ['light', 'dark'].filter((theme) => theme.includes(themeWanted));

async function shoot(browser: Browser, url: string, size: (typeof SIZES)[number], file: string): Promise<void> {
  const page = await browser.newPage({ viewport: size, reducedMotion: 'reduce' });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') console.error(file, message.text());
  });
  page.on('pageerror', (error) => {
    console.error(file, error.message);
  });
  await page.goto(url);
  await page.locator('main').first().waitFor();
  // Places other than the sale come in when they are wanted.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  // The list lies behind its button in the title row.
  if (file.startsWith('cashier-unresolved')) await page.getByTestId('unresolved').click();
  await page.screenshot({ path: `screenshots/samples/${file}.png` });
  await page.close();
}

const server = await createServer({ configFile: 'renderer/dev/vite.config.ts', root: 'renderer', logLevel: 'error' });
await server.listen();
const base = server.resolvedUrls?.local[0] ?? 'http://localhost:5199/';
const browser = await chromium.launch({
  ...(process.env['CHROMIUM'] === undefined ? {} : { executablePath: process.env['CHROMIUM'] }),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const window of ['cashier', 'customer']) {
  for (const sample of Object.keys(SAMPLES).filter((name) => `${window}-${name}`.includes(part))) {
    for (const size of SIZES) {
      for (const theme of THEMES) {
        await shoot(
          browser,
          `${base}dev/${window}.html?sample=${sample}&theme=${theme}&language=${language}`,
          size,
          `${window}-${sample}-${size.width}-${theme}`,
        );
      }
    }
  }
}
await browser.close();
await server.close();
