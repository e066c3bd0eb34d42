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
        () => electron.dialog.showMessageBox({ message: 'Really?' }),
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
      powerSaveBlocker.start('prevent-display-sleep');
      await shell.openExternal('https://www.seqr.com/');
      return Reflect.get(globalThis, Symbol.for('electron-standin.record')) as { api: string; args: unknown[] }[];
    });
    expect(calls).toContainEqual({ api: 'powerSaveBlocker.start', args: ['prevent-display-sleep'] });
    expect(calls).toContainEqual({ api: 'shell.openExternal', args: ['https://www.seqr.com/'] });
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
