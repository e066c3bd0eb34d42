/**
 * Runs in a page, so it uses nothing from outside itself. Types `code` as a scanner does and resolves to the ms from its
 * last key, Enter, until the frame with one more row had been handed to the screen. Rejects after five seconds.
 */
export function timeScan(code: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const rows = (): number => document.querySelectorAll('[data-testid=sale-row]').length;
    const before = rows();
    const limit = setTimeout(() => reject(new Error(`no row for ${code}`)), 5_000);
    let startedMs = 0;
    const observer = new MutationObserver(() => {
      if (rows() <= before) return;
      observer.disconnect();
      clearTimeout(limit);
      requestAnimationFrame(() => {
        // The frame is one task: what is posted in it runs after the paint.
        void scheduler.postTask(() => resolve(performance.now() - startedMs), { priority: 'user-blocking' });
      });
    });
    observer.observe(document, { childList: true, subtree: true });
    for (const key of [...Array.from(code), 'Enter']) {
      startedMs = performance.now();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    }
  });
}
