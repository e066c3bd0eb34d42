import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NewerFileError } from '../src/records/index.ts';
import { NewerStateError, startEmbeddedSimulator } from '../src/simulator/index.ts';
import type { EmbeddedSimulator } from '../src/simulator/index.ts';
import type { SimulatorPort } from '../src/till/ports.ts';
import type { Log } from './log/log.ts';

export interface BuiltInSimulator {
  readonly port: SimulatorPort;
  /** Where it listens; null while it does not run. */
  url(): string | null;
  stop(): Promise<void>;
}

export interface BuiltInSimulatorDeps {
  readonly workerPath: string;
  readonly wsdlPath: string;
  /** Folder for what it remembers between starts. */
  readonly folder: string;
  readonly log: Log;
}

/** The practice service in a thread of its own; started when the till first asks for it, once. */
export function createBuiltInSimulator(deps: BuiltInSimulatorDeps): BuiltInSimulator {
  let starting: Promise<EmbeddedSimulator> | null = null;
  let running: EmbeddedSimulator | null = null;
  const forget = (): void => {
    starting = null;
    running = null;
  };
  const start = async (): Promise<EmbeddedSimulator> => {
    running = await startEmbeddedSimulator({
      workerPath: deps.workerPath,
      wsdl: await readFile(deps.wsdlPath, 'utf8'),
      stateFile: join(deps.folder, 'state.json'),
      onNotice: (sentence) => deps.log('warn', 'simulator', { sentence }),
      onExit: (reason) => {
        deps.log('error', 'simulator', { reason });
        forget();
      },
    });
    return running;
  };
  return {
    port: {
      async start() {
        starting ??= start();
        try {
          const { url, soapUrl } = await starting;
          return { url, soapUrl };
        } catch (error) {
          // The next ask may try again.
          forget();
          throw error instanceof NewerStateError ? new NewerFileError(error.newer) : error;
        }
      },
    },
    url: () => running?.url ?? null,
    async stop() {
      await running?.stop();
      forget();
    },
  };
}
