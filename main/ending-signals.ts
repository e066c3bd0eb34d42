/** How a system asks a program to end: a service manager, Ctrl+C, a session that closes. */
const ENDING_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Makes `endNow` what the three signals do. Call it once Electron is ready, not before.
 *
 * Node tells the operating system about a signal at its *first* listener only. A library that listens as it is loaded comes
 * before Electron, which then puts its own handler in that place (it quits the application); from there on no listener hears
 * anything, and adding one changes nothing. So all are taken off, which makes the next one a first one again, and come back
 * in their order behind ours.
 *
 * Before that Electron's own handler is at work: it asks to quit, as a person would.
 */
export function takeEndingSignals(emitter: NodeJS.EventEmitter, endNow: () => void): void {
  for (const signal of ENDING_SIGNALS) {
    // Raw: a listener that is to be called once keeps its wrapper, by which it takes itself off.
    const before = emitter.rawListeners(signal) as ((...args: unknown[]) => void)[];
    emitter.removeAllListeners(signal);
    emitter.on(signal, endNow);
    for (const listener of before) emitter.on(signal, listener);
  }
}
