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
  window.addEventListener('keydown', () => (pressedMs = performance.now()), { capture: true });
  // The last to hear of it: what the application has made of the key is drawn in the microtasks before this one's.
  window.addEventListener('input', () => {
    const fromMs = pressedMs;
    queueMicrotask(() => {
      const handledMs = performance.now();
      requestAnimationFrame(() => {
        const frameMs = performance.now();
        const done = (): void => {
          const paintedMs = performance.now();
          times.push({ shownMs: paintedMs - fromMs, workMs: handledMs - fromMs + (paintedMs - frameMs) });
        };
        // The frame is one task: what is posted in it runs after the paint.
        void scheduler.postTask(done, { priority: 'user-blocking' });
      });
    });
  });
}
