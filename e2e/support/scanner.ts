/** A keyboard-wedge scanner: a burst of keys with the times a scanner has, whatever this machine is busy with. */
import type { Page } from '@playwright/test';

/** A common scanner's pause between two characters. Seconds. */
const GAP_S = 0.005;

/**
 * Types `code` and Enter into whatever has the focus, as fast as a scanner does.
 * @param afterFirst waited for between the arrival of the first character and that of the others, whose times stay as they are
 */
export async function scanInto(page: Page, code: string, afterFirst?: () => Promise<void>): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const startS = Date.now() / 1000;
  const send = (character: string, index: number): Promise<unknown> => {
    const key = character === '\r' ? { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13 } : { key: character };
    const timestamp = startS + index * GAP_S;
    return Promise.all([
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', text: character, ...key, timestamp }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp }),
    ]);
  };
  const keys = `${code}\r`.split('');
  const early = afterFirst === undefined ? 0 : 1;
  await Promise.all(keys.slice(0, early).map(send));
  await afterFirst?.();
  // Sent in one go, each with its own time: waiting for one answer after another would be a slow hand's rhythm.
  await Promise.all(keys.slice(early).map((character, index) => send(character, early + index)));
  await session.detach();
}
