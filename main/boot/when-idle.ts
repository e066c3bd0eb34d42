import type { Till } from '../../src/till/till.ts';

/** Resolves as soon as nobody has to go on asking about a payment (PF-04); at once if it is so now. */
export function whenNoPaymentIsOpen(till: Pick<Till, 'quitWarning' | 'subscribe'>): Promise<void> {
  const isIdle = (): boolean => till.quitWarning() !== 'payment-open';
  if (isIdle()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = till.subscribe(() => {
      if (!isIdle()) return;
      end();
      resolve();
    });
  });
}
