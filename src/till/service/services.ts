import type { Clock } from '../../clock/clock.ts';
import { overheard } from '../../protocol/index.ts';
import type { Credentials, SeqrConnection, SeqrConnector, SeqrService, TerminalAt } from '../../protocol/index.ts';
import type { ProblemCode } from '../../text/index.ts';
import type { SecretVault, SimulatorPort } from '../ports.ts';
import type { Profile } from '../settings/settings.ts';

/** What an attempt and the settings call the built-in simulator, whose address changes from start to start. */
export const SIMULATOR = 'simulator';

export interface ServicesDeps {
  readonly clock: Clock;
  readonly connector: SeqrConnector;
  readonly simulator: SimulatorPort;
  readonly secrets: SecretVault;
  readonly clientId: () => string;
  /** SEQR's time, with every answer that bears it. */
  readonly onServerDate: (serverDateMs: number) => void;
}

/** How many passwords stay closed, for good or for now, and (by the old text) what is to be stored in place of those whose key has changed. */
export interface Unlocked {
  readonly lost: number;
  readonly later: number;
  readonly resealed: ReadonlyMap<string, string>;
}

/** Who to ask, and as whom: one connection an endpoint, and the terminals' passwords in memory only (security, promise 5). */
export interface Services {
  /** Starts the built-in simulator if that is what the endpoint is. Rejects when it cannot start. */
  open(endpoint: string): Promise<SeqrService>;
  /** Resolves when what was begun last to open this endpoint has come to an end, well or not; null: there is none. */
  opened(endpoint: string | null): Promise<void>;
  /**
   * Opens the sealed passwords, all at once: one that the keychain keeps back holds up no other. `opened` is told of each.
   * Passwords that are known already are not asked for. Resolves when the keychain has answered for all others.
   */
  unlock(profile: Profile, opened: () => void): Promise<Unlocked>;
  /** The keychain has been asked for this terminal's password and has not answered. */
  waitsForKeychain(terminal: TerminalAt): boolean;
  /** The keychain is locked, so this terminal's password could not be opened for now. */
  isLocked(terminal: TerminalAt): boolean;
  /** Nobody can speak as this terminal: its password is not among the stored ones, or the keychain has lost it. */
  isLost(terminal: TerminalAt): boolean;
  remember(terminal: TerminalAt, password: string): void;
  forget(terminal: TerminalAt): void;
  credentials(terminal: TerminalAt): Credentials | null;
  /** For an attempt or a refund. Null while the endpoint is not open or the password is not known. */
  forAttempt(facts: TerminalAt): { readonly service: SeqrService; readonly credentials: Credentials } | null;
  simulatorUrl(): string | null;
  /** SEQR's own time, ms since 1970, as far as its answers have told it; null: not known. */
  seqrNowMs(endpoint: string): number | null;
  close(): void;
}

/** Why a terminal's password is not known. */
export function noPassword(services: Services, terminal: TerminalAt): ProblemCode {
  if (services.waitsForKeychain(terminal)) return 'secrets.silent';
  return services.isLocked(terminal) ? 'secrets.locked' : 'secrets.unreadable';
}

/** Two services may give two terminals the same id. */
const nameOf = ({ endpoint, terminalId }: TerminalAt): string => JSON.stringify([endpoint, terminalId]);

export function createServices(deps: ServicesDeps): Services {
  const { connected, ...connections } = createConnections(deps);
  const passwords = new Map<string, string>();
  const waitedFor = new Set<string>();
  const locked = new Set<string>();

  function credentials(terminal: TerminalAt): Credentials | null {
    const password = passwords.get(nameOf(terminal));
    return password === undefined ? null : { type: 'TERMINALID', id: terminal.terminalId, password };
  }

  return {
    ...connections,
    async unlock(profile, opened) {
      const closed = { lost: 0, later: 0 };
      const resealed = new Map<string, string>();
      const unlockOne = async (secret: Profile['terminalSecrets'][number]): Promise<void> => {
        const { sealedPassword } = secret;
        const name = nameOf(secret);
        waitedFor.add(name);
        const answer = await deps.secrets.open(sealedPassword);
        waitedFor.delete(name);
        locked.delete(name);
        if (answer.kind !== 'opened') {
          closed[answer.kind] += 1;
          if (answer.kind === 'later') locked.add(name);
          return;
        }
        if (answer.resealed !== null) resealed.set(sealedPassword, answer.resealed);
        // A terminal that was registered anew meanwhile has another one.
        if (!passwords.has(name)) passwords.set(name, answer.secret);
        opened();
      };
      await Promise.all(profile.terminalSecrets.filter((secret) => !passwords.has(nameOf(secret))).map(unlockOne));
      return { ...closed, resealed };
    },
    waitsForKeychain: (terminal) => waitedFor.has(nameOf(terminal)) && !passwords.has(nameOf(terminal)),
    isLocked: (terminal) => locked.has(nameOf(terminal)) && !passwords.has(nameOf(terminal)),
    isLost: (terminal) => [passwords, waitedFor, locked].every((known) => !known.has(nameOf(terminal))),
    remember: (terminal, password) => void passwords.set(nameOf(terminal), password),
    forget: (terminal) => void passwords.delete(nameOf(terminal)),
    credentials,
    forAttempt(facts) {
      const service = connected(facts.endpoint);
      const asTerminal = credentials(facts);
      return service && asTerminal ? { service, credentials: asTerminal } : null;
    },
  };
}

/** One connection an endpoint. `connected`: what is open, under its new name if the owner has changed that; null: nothing is. */
function createConnections(deps: Omit<ServicesDeps, 'secrets'>) {
  const connections = new Map<string, { readonly connection: SeqrConnection; readonly url: string; readonly clientId: string }>();
  const opening = new Map<string, Promise<void>>();
  const time = createSeqrTime(deps.clock);
  let simulator: { readonly url: string; readonly soapUrl: string } | null = null;

  function connect(endpoint: string, url: string): SeqrConnection {
    const clientId = deps.clientId();
    const connection = overheard(deps.connector.connect(url, clientId), (serverDateMs) => {
      time.heard(endpoint, serverDateMs);
      deps.onServerDate(serverDateMs);
    });
    connections.set(endpoint, { connection, url, clientId });
    return connection;
  }

  /** Calls under way still end. */
  function connected(endpoint: string): SeqrConnection | null {
    const known = connections.get(endpoint);
    if (!known) return null;
    if (known.clientId === deps.clientId()) return known.connection;
    known.connection.close();
    return connect(endpoint, known.url);
  }

  async function reached(endpoint: string): Promise<SeqrConnection> {
    const known = connected(endpoint);
    if (known) return known;
    if (endpoint === SIMULATOR) simulator ??= await deps.simulator.start();
    const url = endpoint === SIMULATOR && simulator ? simulator.soapUrl : endpoint;
    return connected(endpoint) ?? connect(endpoint, url);
  }

  return {
    connected,
    open(endpoint: string): Promise<SeqrService> {
      const service = reached(endpoint);
      const ended = (): void => undefined;
      opening.set(endpoint, service.then(ended, ended));
      return service;
    },
    async opened(endpoint: string | null): Promise<void> {
      if (endpoint !== null) await opening.get(endpoint);
    },
    simulatorUrl: (): string | null => simulator?.url ?? null,
    seqrNowMs: (endpoint: string): number | null => time.nowMs(endpoint),
    close(): void {
      for (const { connection } of connections.values()) connection.close();
      connections.clear();
    },
  };
}

/** What SEQR's clocks say, by the endpoint: of the latest answer's HTTP `Date`, counted on from there. */
interface SeqrTime {
  heard(endpoint: string, serverDateMs: number): void;
  /** Ms since 1970 by SEQR's clock; null: no answer has said it, or this machine has slept since. */
  nowMs(endpoint: string): number | null;
}

/** The two clocks of this machine go on alike while it is awake; the wall clock alone goes on while it sleeps. */
const ASLEEP_MS = 60_000;

interface Heard {
  readonly seqrMs: number;
  readonly monotonicMs: number;
  readonly wallMs: number;
}

function createSeqrTime(clock: Clock): SeqrTime {
  const latest = new Map<string, Heard>();

  return {
    heard(endpoint, serverDateMs) {
      latest.set(endpoint, { seqrMs: serverDateMs, monotonicMs: clock.monotonicMs(), wallMs: clock.wallMs() });
    },
    nowMs(endpoint) {
      const heard = latest.get(endpoint);
      if (heard === undefined) return null;
      const sinceMs = clock.monotonicMs() - heard.monotonicMs;
      return Math.abs(clock.wallMs() - heard.wallMs - sinceMs) > ASLEEP_MS ? null : heard.seqrMs + sinceMs;
    },
  };
}
