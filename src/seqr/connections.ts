import http from 'node:http';
import https from 'node:https';
import type { Clock } from '../clock/clock.ts';
import type { Operation } from '../protocol/index.ts';
import type { ConnectionSource } from './http.ts';

/** A set-aside attempt is asked about beside the open one; a hanging read must not delay another's. One stays open. */
const MAX_CONNECTIONS_AT_ONCE = 4;
/** Servers and routers drop what is idle; a connection unused for this long is not trusted with a read (4 s, PF-04). */
const IDLE_LIMIT_MS = 4_000;

/** The connections to one endpoint: a kept-alive one for what is asked again and again, a fresh one for all else. */
export interface Connections {
  /** Where to send `operation`. */
  sourceFor(operation: Operation): ConnectionSource;
  /** Lets the kept connection go; what is under way ends first. */
  close(): void;
}

/**
 * Only reads share a connection: a call that creates, cancels or returns money gets its own (PF-25), and so does
 * anything long, such as submitting a receipt, because a poll behind it would wait (PF-03).
 */
const KEPT_ALIVE: ReadonlySet<Operation> = new Set(['getPaymentStatus', 'benchmarkingNop']);

export function createConnections(url: URL, clock: Clock): Connections {
  const options = { keepAlive: true, maxSockets: MAX_CONNECTIONS_AT_ONCE, maxFreeSockets: 1, scheduling: 'lifo' as const };
  const agent = url.protocol === 'https:' ? new https.Agent(options) : new http.Agent(options);
  let usedAtMs = -Infinity;

  const dropIdle = (): void => {
    for (const sockets of Object.values(agent.freeSockets)) for (const socket of sockets ?? []) socket.destroy();
  };
  return {
    sourceFor(operation) {
      if (!KEPT_ALIVE.has(operation)) return false;
      if (clock.monotonicMs() - usedAtMs > IDLE_LIMIT_MS) dropIdle();
      usedAtMs = clock.monotonicMs();
      return agent;
    },
    close() {
      agent.maxFreeSockets = 0;
      dropIdle();
    },
  };
}
