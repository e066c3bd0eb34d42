import { expect, test } from './fixture.ts';

test('the page sees what the preload exposes, and nothing else of it', async ({ page }) => {
  const found = await page.evaluate(() => [
    window.contract.version,
    'onlyInPreload' in window,
    'require' in window,
    'process' in window,
    'ipcRenderer' in window,
  ]);
  expect(found).toEqual(['1', false, false, false, false]);
});

test('what is exposed is frozen and cannot be replaced', async ({ page }) => {
  const changed = await page.evaluate(() => {
    const attempt = (change: () => unknown): boolean => {
      try {
        return Boolean(change());
      } catch {
        return false;
      }
    };
    attempt(() => Reflect.set(window, 'contract', {}));
    attempt(() => Reflect.set(window.contract, 'version', '2'));
    attempt(() => window.contract.nested.list.push(4));
    return [window.contract.version, window.contract.nested.list.length];
  });
  expect(changed).toEqual(['1', 3]);
});

test('functions answer at once, and their errors cross', async ({ page }) => {
  const answers = await page.evaluate(() => {
    try {
      return [window.contract.double(21), window.contract.throwHere()];
    } catch (error) {
      return [window.contract.double(21), (error as Error).message];
    }
  });
  expect(answers).toEqual([42, 'thrown in the preload']);
});

test('the preload runs again in a page that is loaded anew', async ({ page }) => {
  await page.reload();
  expect(await page.evaluate(() => window.contract.add(1, 2))).toBe(3);
});
