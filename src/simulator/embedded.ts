import { Worker } from 'node:worker_threads';
import { NewerStateError } from './newer-state.ts';
import type { NewerState } from './newer-state.ts';
import type { SimulatorSettings } from './simulator.ts';
import type { WorkerMessage } from './worker.ts';

export interface EmbeddedOptions extends SimulatorSettings {
  /** The worker's file: worker.ts here, or what it was bundled to. */
  readonly workerPath: string;
  /** A sentence for the log: a damaged state file, a full disk. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
  /** The simulator ended without being asked to. */
  readonly onExit?: ((reason: string) => void) | undefined;
}

export interface EmbeddedSimulator {
  readonly url: string;
  readonly soapUrl: string;
  /** Saves the state and ends the thread. May be called twice. */
  stop(): Promise<void>;
}

/** Starts a simulator in a worker thread, off the caller's. Rejects when it cannot listen. @throws NewerStateError */
export async function startEmbeddedSimulator(options: EmbeddedOptions): Promise<EmbeddedSimulator> {
  const { workerPath, onNotice, onExit, ...settings } = options;
  const worker = new Worker(workerPath, { workerData: settings satisfies SimulatorSettings });
  let failure = 'it ended by itself';
  let newer: NewerState | null = null;
  const ended = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  worker.on('error', (error: unknown) => {
    failure = error instanceof Error ? error.message : 'unknown reason';
  });

  const address = await new Promise<{ readonly url: string; readonly soapUrl: string }>((resolve, reject) => {
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'listening') resolve({ url: message.url, soapUrl: message.soapUrl });
      if (message.kind === 'failed') ({ message: failure, newer } = message);
      if (message.kind === 'notice') onNotice?.(message.sentence);
    });
    void ended.then(() => reject(newer === null ? new Error(`The simulator could not start: ${failure}`) : new NewerStateError(newer)));
  });

  let isStopping = false;
  void ended.then(() => {
    if (!isStopping) onExit?.(`The simulator stopped: ${failure}`);
  });
  return {
    ...address,
    async stop() {
      if (!isStopping) {
        isStopping = true;
        worker.postMessage('stop');
      }
      await ended;
    },
  };
}
