/** What one key in the search costs. */
export interface KeyTimes {
  /** Main-thread time: handling the key, drawing what follows, and the frame with it. Waiting for the frame is not in it. */
  readonly workMs: number;
  /** From the key until the frame had been handed to the screen, waiting included. */
  readonly shownMs: number;
}

/**
 * Runs in a page, so it uses nothing from outside itself: from now on every key that changes a field is timed. Returns
 * at once; the times gather in `window.benchKeys`.
 */
export function timeKeys(): void {
  const times: KeyTimes[] = [];
  Object.assign(window, { benchKeys: times });
  let pressedMs = 0;
  const inTurn = (then: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };
  window.addEventListener('keydown', () => (pressedMs = performance.now()), { capture: true });
  window.addEventListener('input', () => {
      const fromMs = pressedMs;
      let handledMs = Number.NaN;
      inTurn(() => (handledMs = performance.now()));
      requestAnimationFrame(() => {
        const frameMs = performance.now();
        inTurn(() => {
          const shownMs = performance.now() - fromMs;
          // The frame may come before the turn after the key; then nothing lay between them.
          const waitedMs = Math.max(0, frameMs - handledMs);
          times.push({ shownMs, workMs: shownMs - (Number.isNaN(waitedMs) ? 0 : waitedMs) });
        });
      });
    },
    { capture: true },
  );
}
