/** What holds in the stand-in only: that it refuses what it does not do, and keeps a record of what it accepts. */
import { expect, isStandIn, test } from './fixture.ts';

if (isStandIn) {
  test('a module, a call and an event that are not provided throw and name themselves', async ({ app, page }) => {
    await page.title();
    const messages = await app.evaluate((electron) => {
      const attempts: (() => unknown)[] = [
        () => electron.Tray,
        () => electron.app.getFileIcon('/'),
        () => electron.app.on('new-window-for-tab', () => undefined),
        () => electron.BrowserWindow.getAllWindows()[0]?.setOpacity(0.5),
        () => electron.session.fromPartition('other'),
        () => electron.dialog.showMessageBoxSync({ message: 'Really?' }),
        () => new electron.BrowserWindow({ webPreferences: { sandbox: false } }),
      ];
      return attempts.map((attempt) => {
        try {
          attempt();
          return 'accepted';
        } catch (error) {
          return (error as Error).message;
        }
      });
    });
    for (const message of messages) expect(message).toContain('not provided by the stand-in');
  });

  test('calls that are accepted without effect are recorded', async ({ app, page }) => {
    await page.title();
    const calls = await app.evaluate(async ({ powerSaveBlocker, shell }) => {
      const record = Reflect.get(globalThis, Symbol.for('electron-standin.record')) as { api: string; args: unknown[] }[];
      const before = record.length;
      powerSaveBlocker.stop(powerSaveBlocker.start('prevent-display-sleep'));
      await shell.openExternal('https://www.seqr.com/');
      return record.slice(before);
    });
    expect(calls).toContainEqual({ api: 'powerSaveBlocker.start', args: ['prevent-display-sleep'] });
    expect(calls).toContainEqual({ api: 'shell.openExternal', args: ['https://www.seqr.com/'] });
  });

  test('a dialog is a window with the buttons that were asked for', async ({ app, page }) => {
    await page.title();
    const opened = app.waitForEvent('window');
    const answer = app.evaluate(({ dialog }) => dialog.showMessageBox({ message: 'Really?', buttons: ['No', 'Yes'] }));
    await (await opened).getByRole('button', { name: 'Yes' }).click();
    expect((await answer).response).toBe(1);
    await expect.poll(() => app.windows().length).toBe(1);
  });

  test('a file is saved under the name that is typed', async ({ app, page }) => {
    await page.title();
    const opened = app.waitForEvent('window');
    const answer = app.evaluate(({ dialog }) => dialog.showSaveDialog({ defaultPath: '/tmp/z.pdf' }));
    const window = await opened;
    const field = window.getByRole('textbox');
    await expect(field).toHaveValue('/tmp/z.pdf');
    await field.fill('/tmp/z-1.pdf');
    await window.getByRole('button', { name: 'Save' }).click();
    expect(await answer).toEqual({ canceled: false, filePath: '/tmp/z-1.pdf' });
  });

  test('a dialog answers what a test puts there', async ({ app, page }) => {
    await page.title();
    const answer = await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
      return dialog.showMessageBox({ message: 'Really?' });
    });
    expect(answer.response).toBe(1);
  });
}
