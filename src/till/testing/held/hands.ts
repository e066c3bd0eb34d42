/** One call of the till to what is outside it, waiting to be answered. */
export interface HeldCall {
  readonly what: string;
  readonly release: () => void;
}

/** Everything that the till waits for goes through a test's hands. */
export interface Hands {
  /**
   * Waits, if calls of this name are held, until it is let go.
   * @param what the name of a call, as `sendInvoice` or `keychain.seal`
   */
  pass(what: string): Promise<void>;
  /** From now on a call whose name is wanted is held. */
  hold(wanted: (what: string) => boolean): void;
  /** From now on every call goes through; those that are held stay so. */
  holdNothing(): void;
  /** What is held now, in the order in which it came. */
  held(): readonly HeldCall[];
  /** Lets go what is held, and holds nothing more. */
  letGo(): void;
  /** Every call so far, by its name, in the order in which it began. */
  begun(): readonly string[];
}

export function createHands(): Hands {
  let wanted: (what: string) => boolean = () => false;
  let held: readonly HeldCall[] = [];
  const begun: string[] = [];

  function letGo(): void {
    wanted = () => false;
    for (const call of held) call.release();
  }

  return {
    pass(what) {
      begun.push(what);
      if (!wanted(what)) return Promise.resolve();
      return new Promise((resolve) => {
        const call: HeldCall = {
          what,
          release() {
            held = held.filter((each) => each !== call);
            resolve();
          },
        };
        held = [...held, call];
      });
    },
    hold(names) {
      wanted = names;
    },
    holdNothing() {
      wanted = () => false;
    },
    held: () => held,
    letGo,
    begun: () => begun,
  };
}
