/** A keyboard-wedge scanner: a burst of keys with the times a scanner has, whatever this machine is busy with. */
import type { Page } from '@playwright/test';

/** A common scanner's pause between two characters. Seconds. */
const GAP_S = 0.005;

/** Types `code` and Enter into whatever has the focus, as fast as a scanner does. */
export async function scanInto(page: Page, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const startS = Date.now() / 1000;
  const keys = `${code}\r`.split('');
  // Sent in one go, each with its own time: waiting for one answer after another would be a slow hand's rhythm.
  await Promise.all(
    keys.flatMap((character, index) => {
      const key = character === '\r' ? { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 } : { key: character };
      const timestamp = startS + index * GAP_S;
      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: character, ...key, timestamp }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp }),
      ];
    }),
  );
  await session.detach();
}
