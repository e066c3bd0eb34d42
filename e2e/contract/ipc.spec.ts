import { expect, seenIn, test } from './fixture.ts';

test('invoke answers with what the handler returns', async ({ page }) => {
  expect(await page.evaluate(() => window.contract.add(2, 3))).toBe(5);
});

test('values cross as structured clones, both ways', async ({ page }) => {
  const kept = await page.evaluate(async () => {
    const value = {
      date: new Date(5),
      map: new Map([['öre', new Uint8Array([1, 2, 255])]]),
      set: new Set([1n]),
      odd: [Number.NaN, -0, undefined, null],
    };
    const back = (await window.contract.echo(value)) as typeof value;
    return [
      back.date.getTime(),
      [...(back.map.get('öre') ?? [])],
      back.set.has(1n),
      Number.isNaN(back.odd[0]) && Object.is(back.odd[1], -0) && 2 in back.odd && back.odd[3] === null,
    ];
  });
  expect(kept).toEqual([5, [1, 2, 255], true, true]);
});

test('a value that cannot be cloned is refused in the page', async ({ page }) => {
  const message = await page.evaluate(() => window.contract.sendFunction().catch(String));
  expect(message).toContain('An object could not be cloned');
});

test("a handler's error reaches the page as text, with the channel's name", async ({ page }) => {
  const message = await page.evaluate(() => window.contract.fail().catch((error: unknown) => (error as Error).message));
  expect(message).toBe("Error invoking remote method 'fail': Error: the drawer is stuck");
});

test('a channel without a handler is an error', async ({ page }) => {
  const message = await page.evaluate(() => window.contract.missing().catch((error: unknown) => (error as Error).message));
  expect(message).toBe("Error invoking remote method 'missing': Error: No handler registered for 'missing'");
});

test('a second handler for a channel is refused', async ({ app, page }) => {
  await page.evaluate(() => window.contract.add(1, 1));
  const message = await app.evaluate(({ ipcMain }) => {
    try {
      ipcMain.handle('add', () => 0);
      return 'accepted';
    } catch (error) {
      return (error as Error).message;
    }
  });
  expect(message).toBe("Attempted to register a second handler for 'add'");
});

test('send reaches the main process and its answer comes back to the listener', async ({ app, page }) => {
  const answer = await page.evaluate(
    () =>
      new Promise((resolve) => {
        window.contract.onNoted((value, more) => resolve([value, more.at.getTime()]));
        window.contract.note('a receipt');
      }),
  );
  expect(answer).toEqual(['a receipt', 0]);
  expect(await seenIn(app)).toContain('note a receipt');
});

test('a listener that was removed hears nothing more', async ({ page }) => {
  const heard = await page.evaluate(async () => {
    const first: string[] = [];
    const stop = window.contract.onNoted((value) => first.push(value));
    stop();
    await new Promise<void>((resolve) => {
      window.contract.onNoted(() => resolve());
      window.contract.note('after');
    });
    return first;
  });
  expect(heard).toEqual([]);
});

test('messages to a page arrive in the order they were sent', async ({ app, page }) => {
  const arrived = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const all: string[] = [];
        window.contract.onNoted((value) => {
          all.push(value);
          if (all.length === 50) resolve(all);
        });
        window.contract.note('0');
      }),
  );
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const send = (): void => {
      for (let n = 1; n < 50; n += 1) {
        BrowserWindow.getAllWindows()[0]?.webContents.send('noted', String(n), { at: new Date() });
      }
    };
    if (globalThis.seen.includes('note 0')) send();
    else ipcMain.once('note', send);
  });
  expect(await arrived).toEqual(Array.from({ length: 50 }, (_, n) => String(n)));
});

test('the sender is known by its window, its frame and its app:// address', async ({ app, page }) => {
  const id = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.id);
  expect(id).toBeGreaterThan(0);
  expect(await page.evaluate(() => window.contract.who())).toEqual({
    url: 'app://contract/index.html',
    origin: 'app://contract',
    isMain: true,
    parent: null,
    window: id,
  });
});
