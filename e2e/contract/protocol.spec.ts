import { expect, test } from './fixture.ts';

test('pages, scripts and styles come from the protocol handler', async ({ page }) => {
  const color = await page.locator('h1').evaluate((element) => getComputedStyle(element).color);
  expect([await page.title(), await page.evaluate(() => window.fromScript), color]).toEqual(['Contract', true, 'rgb(1, 2, 3)']);
});

test("the handler's content security policy is enforced", async ({ page }) => {
  expect(await page.locator('#inline').textContent()).toBe('not run');
});

test('a POST brings its body, and status and headers go back', async ({ page }) => {
  const answer = await page.evaluate(async () => {
    const response = await fetch('/api/echo', { method: 'POST', body: 'femtio öre' });
    const body = (await response.json()) as { method: string; url: string; body: string };
    return [response.status, response.headers.get('x-contract'), body.method, body.url, body.body];
  });
  expect(answer).toEqual([201, 'echo', 'POST', 'app://contract/api/echo', 'femtio öre']);
});

test('what the handler does not have is a 404', async ({ page }) => {
  expect(await page.evaluate(async () => (await fetch('/absent')).status)).toBe(404);
});

test('no other address can be reached', async ({ page }) => {
  const failed = await page.evaluate(() =>
    fetch('https://example.com/', { mode: 'no-cors' }).then(
      () => 'reached',
      () => 'failed',
    ),
  );
  expect(failed).toBe('failed');
});

test('a page has a secure context and its address in the main process is app://', async ({ app, page }) => {
  expect(await page.evaluate(() => window.isSecureContext)).toBe(true);
  const url = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  expect(url).toBe('app://contract/index.html');
});

test('loading an address that is blocked fails with a net error', async ({ app, page }) => {
  await page.title();
  const error = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]
      ?.loadURL('https://example.com/')
      .then(() => 'loaded', String),
  );
  expect(error).toMatch(/ERR_\w+ \(-\d+\) loading 'https:\/\/example\.com\/'/);
});

test('a redirect is followed within the scheme', async ({ app, page }) => {
  await page.title();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://contract/redirect'));
  await expect(page.locator('h1')).toHaveText('Other');
});
