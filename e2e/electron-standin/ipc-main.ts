/** `ipcMain`: handlers and listeners for what preloads send, errors in the words Electron uses. */
import { StrictEmitter, type Listener } from './strict.ts';

type InvokeHandler = Parameters<Electron.IpcMain['handle']>[1];

export class IpcMain extends StrictEmitter implements Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'> {
  readonly apiName = 'ipcMain';
  /** Channels are the application's own names. */
  protected readonly knownEvents: readonly string[] = [];
  private readonly handlers = new Map<string, InvokeHandler>();
  private readonly channels = new Map<string, Listener[]>();

  handle(channel: string, listener: InvokeHandler): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, listener);
  }
  handleOnce(channel: string, listener: InvokeHandler): void {
    this.handle(channel, (event, ...args: unknown[]) => {
      this.removeHandler(channel);
      return listener(event, ...args) as unknown;
    });
  }
  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  override on(channel: string, listener: Listener): this {
    this.channels.set(channel, [...(this.channels.get(channel) ?? []), listener]);
    return this;
  }
  override once(channel: string, listener: Listener): this {
    const once: Listener = (...args) => {
      this.off(channel, once);
      listener(...args);
    };
    return this.on(channel, once);
  }
  override off(channel: string, listener: Listener): this {
    this.channels.set(
      channel,
      (this.channels.get(channel) ?? []).filter((known) => known !== listener),
    );
    return this;
  }
  override removeAllListeners(channel?: string): this {
    if (channel === undefined) this.channels.clear();
    else this.channels.delete(channel);
    return this;
  }
  override listenerCount(channel: string): number {
    return this.channels.get(channel)?.length ?? 0;
  }
  override emit(channel: string, ...args: unknown[]): boolean {
    const listeners = this.channels.get(channel) ?? [];
    for (const listener of listeners) (listener as (...given: unknown[]) => void)(...args);
    return listeners.length > 0;
  }

  /** Runs the handler of `channel`. @returns its answer, or the text of its error as the page shall see it */
  async run(
    channel: string,
    event: Electron.IpcMainInvokeEvent,
    args: readonly unknown[],
  ): Promise<{ readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string }> {
    try {
      const handler = this.handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return { ok: true, value: await (handler(event, ...(args as unknown[])) as unknown) };
    } catch (error) {
      console.error(`Error occurred in handler for '${channel}':`, error);
      return { ok: false, error: String(error) };
    }
  }
}

export const ipcMain = new IpcMain();
