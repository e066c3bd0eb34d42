/**
 * SIGINT, SIGTERM and SIGHUP, as Electron and Node share them on Linux. Node tells the system about a signal at its first
 * listener only; Electron installs a handler of its own once the main script has run. From there on listeners of before are
 * dead, and so is one added to them; only when all have been taken off does the next one reach the system again.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof SIGNALS)[number];

/** `electron`: its handler quits the application, once; after that the system's own is back. `listeners`: Node's. */
type Owner = 'electron' | 'system' | 'listeners';
const owners = new Map<string | symbol, Owner>();

const isSignal = (event: string | symbol): event is Signal => owners.has(event);
const nobody = (): void => undefined;
/** `process` in the words of any emitter: its own types do not say that it tells of its listeners. */
const emitter: NodeJS.EventEmitter = process;

/** Call it before anything listens: Node takes `process.emit` as it finds it at a signal's first listener. */
export function watchSignals(quit: () => void): void {
  const emit = emitter.emit.bind(emitter);
  const instead = (event: string | symbol, ...args: unknown[]): boolean => {
    const owner = owners.get(event);
    if (!isSignal(event) || owner === 'listeners') return emit(event, ...args);
    if (owner === 'electron') {
      owners.set(event, 'system');
      quit();
    } else {
      die(event);
    }
    return true;
  };
  Object.assign(process, { emit: instead });
}

/** The place in the start where Electron installs its handlers. */
export function takeSignals(): void {
  for (const signal of SIGNALS) {
    owners.set(signal, 'electron');
    // Node listens to the system for a first listener, here without there being one.
    if (process.listenerCount(signal) === 0) emitter.emit('newListener', signal, nobody);
  }
  emitter.on('newListener', (event: string | symbol) => {
    if (isSignal(event) && process.listenerCount(event) === 0) owners.set(event, 'listeners');
  });
  emitter.on('removeListener', (event: string | symbol) => {
    // Node has just given the signal back to the system, which ends the process by it.
    if (isSignal(event) && process.listenerCount(event) === 0) owners.set(event, 'system');
  });
}

function die(signal: Signal): void {
  process.removeAllListeners(signal);
  emitter.emit('removeListener', signal, nobody);
  process.kill(process.pid, signal);
}
