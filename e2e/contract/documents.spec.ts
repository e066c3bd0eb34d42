import { expect, test } from './fixture.ts';

/** PDF's unit: 72 to the inch. */
const PER_INCH = 72;

test('printToPDF makes a page of the size that was asked for', async ({ app, page }) => {
  await page.title();
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const pageSize = { width: 80 / 25.4, height: 200 / 25.4 };
    const margins = { top: 0, bottom: 0, left: 0, right: 0 };
    return (await contents?.printToPDF({ pageSize, margins, printBackground: true }))?.toString('latin1');
  });
  expect(pdf?.slice(0, 5)).toBe('%PDF-');
  const box = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)/.exec(pdf ?? '');
  expect(Number(box?.[1])).toBeCloseTo((80 / 25.4) * PER_INCH, 0);
  expect(Number(box?.[2])).toBeCloseTo((200 / 25.4) * PER_INCH, 0);
});

test('capturePage gives a picture of the page', async ({ app, page }) => {
  await page.title();
  const empty = await app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.isEmpty(),
  );
  expect(empty).toBe(false);
});

test('printing on a printer that does not exist is reported, not thrown', async ({ app, page }) => {
  await page.title();
  const result = await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<[boolean, string]>((resolve) => {
        const options = { silent: true, deviceName: 'no-such-printer' };
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.print(options, (ok, reason) => resolve([ok, reason]));
      }),
  );
  expect(result[0]).toBe(false);
  expect(result[1]).not.toBe('');
});

test('the list of printers is a list', async ({ app, page }) => {
  await page.title();
  const printers = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getPrintersAsync());
  expect(Array.isArray(printers)).toBe(true);
});

test('a page sees the theme the application sets', async ({ app, page }) => {
  const isDark = (): Promise<boolean> => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await expect.poll(isDark).toBe(true);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'light';
  });
  await expect.poll(isDark).toBe(false);
});

test('the screen has displays with a size', async ({ app, page }) => {
  await page.title();
  const width = await app.evaluate(({ screen }) => screen.getPrimaryDisplay().bounds.width);
  expect(width).toBe(await page.evaluate(() => screen.width));
});

test('a power save blocker is started until it is stopped', async ({ app, page }) => {
  await page.title();
  const states = await app.evaluate(({ powerSaveBlocker }) => {
    const id = powerSaveBlocker.start('prevent-display-sleep');
    const during = powerSaveBlocker.isStarted(id);
    powerSaveBlocker.stop(id);
    return [during, powerSaveBlocker.isStarted(id)];
  });
  expect(states).toEqual([true, false]);
});
