/**
 * Runs in a page, so it uses nothing from outside itself. Resolves to the wall time, ms since 1970, at which the frame
 * with the first element that matches `selector` had been handed to the screen.
 */
export function whenPainted(selector: string): Promise<number> {
  return new Promise((resolve) => {
    const afterPaint = (): void => {
      requestAnimationFrame(() => {
        // The frame is one task: what is posted in it runs after the paint.
        void scheduler.postTask(() => resolve(performance.timeOrigin + performance.now()), { priority: 'user-blocking' });
      });
    };
    const look = (): boolean => {
      if (document.querySelector(selector) === null) return false;
      afterPaint();
      return true;
    };
    if (look()) return;
    new MutationObserver((_, observer) => {
      if (look()) observer.disconnect();
    }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-state', 'disabled'] });
  });
}
