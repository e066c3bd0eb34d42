/** What an application takes of the simulator: a SEQR service in a thread of its own, started from the worker's file. */
export { startEmbeddedSimulator } from './embedded.ts';
export type { EmbeddedOptions, EmbeddedSimulator } from './embedded.ts';
export { NewerStateError } from './newer-state.ts';
