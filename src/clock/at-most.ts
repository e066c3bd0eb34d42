import type { Clock } from './clock.ts';

/** Waits for `work`, but no longer than `ms`. @returns whether it ended in time; rejects if it did so by then */
export async function atMost(clock: Clock, ms: number, work: Promise<unknown>): Promise<boolean> {
  let withdraw: () => void = () => undefined;
  const late = new Promise<false>((resolve) => {
    withdraw = clock.after(ms, () => resolve(false));
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    withdraw();
  }
}
