import { describe, expect, it } from 'vitest';
import type { Till } from '../../src/till/till.ts';
import { whenNoPaymentIsOpen } from './when-idle.ts';

/** A till whose payment ends when it is told to. */
function tillWith(warning: ReturnType<Till['quitWarning']>) {
  const listeners = new Set<() => void>();
  let now = warning;
  const till = {
    quitWarning: () => now,
    subscribe: (listener: Parameters<Till['subscribe']>[0]) => {
      const listen = (): void => listener({} as Parameters<typeof listener>[0]);
      listeners.add(listen);
      return () => void listeners.delete(listen);
    },
  };
  return {
    till,
    listeners,
    becomes: (next: typeof warning): void => {
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
