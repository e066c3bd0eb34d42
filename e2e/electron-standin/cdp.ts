/** The DevTools protocol over a pipe: JSON messages that end in a zero byte, one session per page. */
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Protocol } from '../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };
type Command = keyof Protocol.CommandParameters;
type Answer<M extends Command> = Protocol.CommandReturnValues[M];
interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** One conversation: with the browser (no id) or with one page. */
export class CdpSession {
  private readonly connection: CdpConnection;
  private readonly id: string | undefined;
  readonly events = new EventEmitter();

  constructor(connection: CdpConnection, id?: string) {
    this.connection = connection;
    this.id = id;
  }
  send<M extends Command>(method: M, params?: Protocol.CommandParameters[M]): Promise<Answer<M>> {
    return this.connection.send(method, params, this.id) as Promise<Answer<M>>;
  }
  /** Sends what nobody waits for. It fails only when the page is gone, and then it has no meaning any more. */
  post<M extends Command>(method: M, params?: Protocol.CommandParameters[M]): void {
    this.send(method, params).catch(() => undefined);
  }
  on<E extends keyof Protocol.Events>(event: E, listener: (payload: Protocol.Events[E]) => void): void {
    this.events.on(event, listener);
  }
}

export class CdpConnection {
  private readonly out: Writable;
  private readonly pending = new Map<number, Pending>();
  private readonly sessions = new Map<string, CdpSession>();
  private lastId = 0;
  private partial = '';
  readonly browser = new CdpSession(this);

  constructor(out: Writable, input: Readable) {
    this.out = out;
    // Writing to a browser that has just gone is not an error of its own: its exit is reported elsewhere.
    out.on('error', () => undefined);
    input.setEncoding('utf8');
    input.on('data', (chunk: string) => this.receive(chunk));
    input.on('close', () => this.fail());
  }

  send(method: string, params: unknown, sessionId: string | undefined): Promise<unknown> {
    this.lastId += 1;
    const id = this.lastId;
    return new Promise((resolve, reject) => {
      this.pending.set(id, { resolve, reject });
      this.out.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  session(id: string): CdpSession {
    const session = this.sessions.get(id) ?? new CdpSession(this, id);
    this.sessions.set(id, session);
    return session;
  }

  private receive(chunk: string): void {
    const parts = (this.partial + chunk).split('\0');
    this.partial = parts.pop() ?? '';
    for (const part of parts) this.dispatch(JSON.parse(part) as Message);
  }

  private dispatch(message: Message): void {
    if (message.id === undefined) {
      const session = message.sessionId === undefined ? this.browser : this.sessions.get(message.sessionId);
      session?.events.emit(String(message.method), message.params);
      return;
    }
    const pending = this.pending.get(message.id);
    this.pending.delete(message.id);
    if (message.error === undefined) pending?.resolve(message.result);
    else pending?.reject(new Error(message.error.message));
  }

  private fail(): void {
    for (const pending of this.pending.values()) pending.reject(new Error('Chromium is gone'));
    this.pending.clear();
  }
}
