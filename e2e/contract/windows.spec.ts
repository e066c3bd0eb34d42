import { firstPage, whenServed } from '../support/launch.ts';
import { expect, seenIn, test } from './fixture.ts';

test('a window has the size that was asked for', async ({ app, page }) => {
  const size = await page.evaluate(() => [window.innerWidth, window.innerHeight]);
  const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());
  expect([bounds?.width, bounds?.height]).toEqual([800, 600]);
  // A window manager's frame, where there is one, takes some of the height.
  expect(size[0]).toBe(800);
  expect(size[1]).toBeGreaterThan(540);
});

test('a new size reaches the page', async ({ app, page }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ width: 1024, height: 768 }));
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1024);
});

test('a full-screen window fills the screen', async ({ app, page }) => {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setFullScreen(true));
  await expect.poll(() => page.evaluate(() => window.innerWidth === screen.width)).toBe(true);
});

test('it is focused and ready, in events; that a window opens shown is told to nobody', async ({ app, page }) => {
  await page.title();
  await expect.poll(() => seenIn(app)).toEqual(expect.arrayContaining(['focus', 'ready-to-show']));
  expect(await seenIn(app)).not.toContain('show');
});

test('showing and hiding a window is told before the call returns', async ({ app, page }) => {
  await page.title();
  const told = await app.evaluate(() => {
    const window = globalThis.openWindow({ show: false });
    const since = (act: () => void): string[] => {
      const before = globalThis.seen.length;
      act();
      return globalThis.seen.slice(before);
    };
    const events = [since(() => window.show()), since(() => window.hide()), since(() => window.showInactive())];
    window.destroy();
    return events;
  });
  expect(told).toEqual([['show'], ['hide'], ['show']]);
});

test('a hidden window loads and is shown when asked', async ({ app, page }) => {
  await page.title();
  const opened = app.waitForEvent('window');
  const hidden = await app.evaluate(async () => {
    const window = globalThis.openWindow({ show: false });
    await window.loadURL('app://contract/other.html');
    const before = window.isVisible();
    window.show();
    return [before, window.isVisible()];
  });
  expect(hidden).toEqual([false, true]);
  await expect((await whenServed(await opened)).locator('h1')).toHaveText('Other');
});

test("closing can be prevented by a listener of 'close'", async ({ app, page }) => {
  await page.title();
  await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.once('close', (event) => event.preventDefault());
    window?.close();
  });
  expect(await page.evaluate(() => window.contract.add(1, 1))).toBe(2);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a page closes its window by window.close: the application hears that it is gone, and is not asked', async ({ app, page }) => {
  await page.evaluate(() => window.close()).catch(() => undefined);
  await expect.poll(() => seenIn(app)).toEqual(expect.arrayContaining(['closed', 'window-all-closed']));
  expect(await seenIn(app)).not.toContain('close');
});

test('nor is it when the contents are closed', async ({ app, page }) => {
  await page.title();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.close();
  });
  await expect.poll(() => seenIn(app)).toEqual(expect.arrayContaining(['closed', 'window-all-closed']));
  expect(await seenIn(app)).not.toContain('close');
});

test('a destroyed window says so', async ({ app, page }) => {
  await page.title();
  const state = await app.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    window?.destroy();
    return [window?.isDestroyed(), BrowserWindow.getAllWindows().length];
  });
  expect(state).toEqual([true, 0]);
});

test('a renderer that crashes is reported and can be loaded again', async ({ start }) => {
  const app = await start();
  await (await firstPage(app)).title();
  const reason = await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('render-process-gone', (_event, details) => resolve(details.reason));
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(['crashed', 'killed']).toContain(reason);
  const title = await app.evaluate(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows()[0];
    await window?.loadURL('app://contract/other.html');
    return window?.webContents.executeJavaScript('document.title') as Promise<string>;
  });
  expect(title).toBe('Other');
});
