import type { Snapshot } from '../contract/snapshot.ts';
import type { ShellPort } from './ports.ts';

/** How each part of the till says that something may look different, without knowing who looks. */
export interface ChangeSignal {
  readonly changed: () => void;
  /** Calls `run` once for however many changes one event makes. */
  readonly onChange: (run: () => void) => void;
  /** Nobody is told any more. */
  readonly stop: () => void;
}

export function createChangeSignal(): ChangeSignal {
  let runs: readonly (() => void)[] = [];
  let announced = false;
  let stopped = false;

  return {
    changed() {
      if (announced || stopped) return;
      announced = true;
      queueMicrotask(() => {
        announced = false;
        if (stopped) return;
        for (const run of runs) run();
      });
    },
    onChange(run) {
      runs = [...runs, run];
    },
    stop() {
      stopped = true;
    },
  };
}

export interface PublisherDeps {
  readonly draw: () => Snapshot;
  readonly moneyMoves: () => boolean;
  readonly shell: Pick<ShellPort, 'keepAwake'>;
}

/** Shows every window the till as it is now, and keeps the machine awake while money moves. */
export interface Publisher {
  readonly publish: () => void;
  /** Returns a function that ends the subscription. */
  readonly subscribe: (listener: (snapshot: Snapshot) => void) => () => void;
}

export function createPublisher({ draw, moneyMoves, shell }: PublisherDeps): Publisher {
  let listeners: readonly ((snapshot: Snapshot) => void)[] = [];
  let awake = false;

  return {
    publish() {
      if (moneyMoves() !== awake) shell.keepAwake((awake = !awake));
      const snapshot = draw();
      for (const listener of listeners) listener(snapshot);
    },
    subscribe(listener) {
      listeners = [...listeners, listener];
      return () => {
        listeners = listeners.filter((known) => known !== listener);
      };
    },
  };
}
