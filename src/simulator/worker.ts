import { parentPort, workerData } from 'node:worker_threads';
import { NewerStateError } from './newer-state.ts';
import type { NewerState } from './newer-state.ts';
import { startSimulator } from './simulator.ts';
import type { SimulatorSettings } from './simulator.ts';

/** What the worker tells the thread that started it. */
export type WorkerMessage =
  | { readonly kind: 'listening'; readonly url: string; readonly soapUrl: string }
  /** `newer`: its state file is a newer Kassa's. */
  | { readonly kind: 'failed'; readonly message: string; readonly newer: NewerState | null }
  | { readonly kind: 'notice'; readonly sentence: string }
  | { readonly kind: 'stopped' };

/** The simulator in a thread of its own; any message from the other side means stop. */
async function main(): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('This file is run as a worker thread only.');
  const tell = (message: WorkerMessage): void => port.postMessage(message);
  try {
    const settings = workerData as SimulatorSettings;
    const simulator = await startSimulator({ ...settings, onNotice: (sentence) => tell({ kind: 'notice', sentence }) });
    port.once('message', () => {
      void simulator.stop().then(() => {
        tell({ kind: 'stopped' });
        port.close();
      });
    });
    tell({ kind: 'listening', url: simulator.url, soapUrl: simulator.soapUrl });
  } catch (error) {
    const newer = error instanceof NewerStateError ? error.newer : null;
    tell({ kind: 'failed', message: error instanceof Error ? error.message : 'unknown reason', newer });
    port.close();
  }
}

void main();
