import type { Clock } from '../clock/clock.ts';
import { createSystemClock } from '../clock/system-clock.ts';
import { createWorld } from './create-world.ts';
import { CopyShelf } from './http/copy-shelf.ts';
import { MessageLog } from './http/message-log.ts';
import { startServer } from './http/server.ts';
import { SOAP_PATH } from './http/soap-endpoint.ts';
import { ScenarioPlayer } from './scenario/player.ts';
import type { Scenario } from './scenario/scenario.ts';
import { loadState } from './state-file.ts';
import { StateSaver } from './state-saver.ts';
import { FaultPlan } from './wire/faults.ts';
import type { AckMode } from './world/core.ts';
import type { WorldSnapshot } from './world/snapshot.ts';
import type { ReservedRule, Switches } from './world/switches.ts';
import type { World } from './world/world.ts';

/** What can be chosen about a simulator; plain data, so that it can be handed to a worker thread. */
export interface SimulatorSettings {
  /** The text of assets/seqr-cashregister.wsdl. */
  readonly wsdl: string;
  /** 127.0.0.1 when left out. */
  readonly host?: string | undefined;
  /** 0, any free one, when left out. */
  readonly port?: number | undefined;
  readonly seed?: number | undefined;
  readonly ack?: AckMode | undefined;
  readonly currency?: string | undefined;
  readonly invoiceLifetimeMs?: number | undefined;
  /** How long after markTransactionPeriod its reports are ready, ms. */
  readonly reportReadyMs?: number | undefined;
  readonly reservedInvoices?: ReservedRule | undefined;
  /** The other switches of the start; those that are not named stand at their defaults, or as the state has them. */
  readonly switches?: Partial<Switches> | undefined;
  /** Customers and faults that come by themselves; none when left out. */
  readonly scenario?: Scenario | undefined;
  /** Where the state is kept; nothing is kept when left out. */
  readonly stateFile?: string | undefined;
}

export interface SimulatorOptions extends SimulatorSettings {
  readonly clock?: Clock | undefined;
  /** A sentence for the person who runs it: a damaged state file, a full disk. */
  readonly onNotice?: ((sentence: string) => void) | undefined;
}

export interface Simulator {
  readonly url: string;
  readonly soapUrl: string;
  readonly world: World;
  readonly faults: FaultPlan;
  /** Closes every connection and saves the state. */
  stop(): Promise<void>;
}

/** The world, its file and its socket put together. Rejects when it cannot listen. @throws NewerStateError */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const clock = options.clock ?? createSystemClock();
  const onNotice = options.onNotice ?? (() => undefined);
  const { stateFile } = options;
  const snapshot = stateFile === undefined ? undefined : await loadOrSetAside(stateFile, clock, onNotice);
  const world = createWorld({ ...options, clock, snapshot });
  const saver = stateFile === undefined ? undefined : new StateSaver(stateFile, world, clock, onNotice);
  const [faults, log, copies] = [new FaultPlan(), new MessageLog(), new CopyShelf()];
  const touch = (): void => saver?.touch();
  const player = options.scenario && new ScenarioPlayer(options.scenario, { world, faults, clock, afterAct: touch });
  const deps = { world, faults, log, copies, player, wsdl: options.wsdl, afterRequest: touch };
  const server = await startServer(deps, options.host ?? '127.0.0.1', options.port ?? 0);
  return {
    url: server.url,
    soapUrl: server.url + SOAP_PATH,
    world,
    faults,
    async stop() {
      player?.stop();
      await server.stop();
      await saver?.flush();
    },
  };
}

async function loadOrSetAside(path: string, clock: Clock, onNotice: (sentence: string) => void): Promise<WorldSnapshot | undefined> {
  const loaded = await loadState(path, clock.wallMs());
  if (loaded.kind === 'damaged') {
    onNotice(`The simulator's state file was damaged and lies at ${loaded.movedTo} now; the simulator starts afresh.`);
  }
  return loaded.kind === 'found' ? loaded.snapshot : undefined;
}
