/** Which files' functions have been entered, counted by V8 itself. */
import { Session } from 'node:inspector';
import type { Profiler } from 'node:inspector';
import { fileURLToPath } from 'node:url';

/** Asks how often functions were entered since it was asked last. */
export interface Coverage {
  /** @returns the files with a function that was entered since the last call; what a module does when it is loaded does not count */
  taken(): readonly string[];
  stop(): void;
}

/** Begins to count, for this thread. */
export function startCoverage(): Coverage {
  const session = new Session();
  session.connect();
  // Within one thread the answers are there when `post` returns.
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  return {
    taken() {
      let scripts: readonly Profiler.ScriptCoverage[] = [];
      session.post('Profiler.takePreciseCoverage', (_error, { result }) => {
        scripts = result;
      });
      return scripts
        .filter(({ url, functions }) => url.startsWith('file:') && functions.some(isEntered))
        .map(({ url }) => fileURLToPath(url));
    },
    stop() {
      session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

/** The function that begins where the file begins is the module itself. */
function isEntered({ ranges }: Profiler.FunctionCoverage): boolean {
  const [whole] = ranges;
  return whole !== undefined && whole.startOffset > 0 && whole.count > 0;
}
