import { describe, expect, it } from 'vitest';
import { whenNoPaymentIsOpen } from './when-idle.ts';

type Watched = Parameters<typeof whenNoPaymentIsOpen>[0];

/** A till whose payment ends when it is told to. */
function tillWith(warning: ReturnType<Watched['quitWarning']>) {
  const listeners = new Set<() => void>();
  let now = warning;
  const till: Watched = {
    quitWarning: () => now,
    subscribe(listener) {
      const listen = (): void => listener({} as Parameters<typeof listener>[0]);
      listeners.add(listen);
      return () => listeners.delete(listen);
    },
  };
  return {
    till,
    listeners,
    becomes(next: typeof warning) {
      now = next;
      for (const listen of listeners) listen();
    },
  };
}

describe('what would hold up the questions about a payment', () => {
  it('waits until none is open any more, and listens no longer then', async () => {
    const { till, listeners, becomes } = tillWith('payment-open');
    let begun = false;
    const waiting = whenNoPaymentIsOpen(till).then(() => (begun = true));
    becomes('payment-open');
    await Promise.resolve();
    expect(begun).toBe(false);
    becomes(null);
    await waiting;
    expect(listeners.size).toBe(0);
  });

  it.each([null, 'printing', 'refund-open'] as const)('does not wait while there is no payment (%s)', async (warning) => {
    const { till, listeners } = tillWith(warning);
    await whenNoPaymentIsOpen(till);
    expect(listeners.size).toBe(0);
  });
});
