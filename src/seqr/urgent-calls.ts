/** The calls under way that SEQR's 20 seconds hang on: what blocks the thread waits for them. */
export interface UrgentCalls {
  track<Value>(call: Promise<Value>): Promise<Value>;
  /**
   * Resolves when none is under way. What an answer leads to at once, such as a second read (PF-08), is waited for too, but
   * not what that leads to: with a deadline of 4 s for each call (PF-25) this takes 8 s at most.
   */
  ended(): Promise<void>;
}

const ROUNDS = 2;

export function createUrgentCalls(): UrgentCalls {
  const underWay = new Set<Promise<unknown>>();
  return {
    track(call) {
      underWay.add(call);
      // A call never rejects (PF-05).
      void call.finally(() => underWay.delete(call));
      return call;
    },
    async ended() {
      for (let round = 0; round < ROUNDS; round += 1) {
        await Promise.all(underWay);
        // Whoever got an answer acts on it first.
        await new Promise<void>((resolve) => void setImmediate(resolve));
      }
    },
  };
}
