import { expect, seenIn, test } from './fixture.ts';

test('every permission is denied', async ({ page }) => {
  const states = await page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
});

test('using what is denied fails', async ({ page }) => {
  const camera = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      (e: unknown) => (e as Error).name,
    ),
  );
  expect(['NotAllowedError', 'NotFoundError']).toContain(camera);
});

test('navigation a listener prevents does not happen: loading begins, and stops without having failed', async ({ app, page }) => {
  const before = page.url();
  await page.evaluate(() => window.contract.add(1, 1));
  // Not by a click of Playwright's, which would wait for the navigation that never comes.
  await app.evaluate(({ BrowserWindow }) => {
    globalThis.seen.length = 0;
    return BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      "document.querySelector('#away').click()",
      true,
    ) as Promise<void>;
  });
  await expect.poll(() => seenIn(app)).toEqual(['did-start-loading', 'will-navigate https://example.com/', 'did-stop-loading']);
  expect(page.url()).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoading())).toBe(false);
  expect(await page.evaluate(() => window.contract.add(1, 1))).toBe(2);
});

test('navigation a listener lets pass happens', async ({ app, page }) => {
  await page.evaluate(() => {
    location.href = '/other.html';
  });
  await expect(page.locator('h1')).toHaveText('Other');
  expect(await seenIn(app)).toContain('will-navigate app://contract/other.html');
});

test('moving within a page asks nobody', async ({ app, page }) => {
  await page.evaluate(() => {
    location.hash = '#receipt';
    history.pushState({}, '', '/index.html?view=1');
  });
  const url = (): Promise<string | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL());
  await expect.poll(url).toBe('app://contract/index.html?view=1');
  expect((await seenIn(app)).filter((event) => event.startsWith('will-navigate'))).toEqual([]);
});

test('a window a page asks for is refused', async ({ app, page }) => {
  expect(await page.evaluate(() => window.open('https://example.com/popup'))).toBeNull();
  await page.locator('#blank').click();
  await expect.poll(() => seenIn(app)).toContain('window-open https://example.com/popup');
  await expect.poll(() => seenIn(app)).toContain('window-open https://example.com/blank');
  await expect.poll(() => app.windows().length).toBe(1);
});
