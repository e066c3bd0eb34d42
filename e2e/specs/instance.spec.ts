/** One running till per machine (PF-01). */
import { spawn } from 'node:child_process';
import { commandLine, executablePath } from '../support/launch.ts';
import { expect, test } from './fixture.ts';
import { charge } from './steps.ts';

test('a second Kassa ends at once, brings the first to the front, and disturbs no payment', async ({ till }) => {
  await charge(till);
  await till.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    globalThis.shownAgain = 0;
    const show = window?.show.bind(window);
    if (window !== undefined) window.show = () => ((globalThis.shownAgain += 1), show?.());
  });
  const second = spawn(executablePath(), commandLine({ userDataDir: till.userDataDir }), { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  second.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  expect(await new Promise((resolve) => second.once('close', resolve))).toBe(0);
  expect(said).toContain('Kassa is running already');
  await expect.poll(() => till.app.evaluate(() => globalThis.shownAgain)).toBe(1);
  expect(till.app.windows()).toHaveLength(1);
  await expect(till.payment.in('waiting')).toBeVisible();
});

declare global {
  /** How often this test's first window was brought to the front. */
  var shownAgain: number;
}
