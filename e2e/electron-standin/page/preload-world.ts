/**
 * Runs in the preload's world before the page's scripts: what `require('electron')` gives a sandboxed preload, and then
 * the preload itself. Sent to the page as source text.
 */
import type { makeBridgeEnd } from './bridge-end.ts';
import type { Codec } from './codec.ts';

export interface PreloadConfig {
  /** The binding that carries text to the main process, and the name under which it delivers text here. */
  readonly channel: string;
  readonly toPage: string;
  readonly toPreload: string;
  readonly preloadPath: string;
  readonly process: Readonly<Record<string, unknown>>;
}

export type PreloadFunction = (exports: object, require: (name: string) => unknown, module: { exports: object }, process: object) => void;

/** What the preload's world sends: always with the address it was sent from. */
export type FromPage =
  | { readonly op: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown[] }
  | { readonly op: 'send'; readonly channel: string; readonly args: unknown[] }
  | { readonly op: 'close' }
  | { readonly op: 'open'; readonly url: string; readonly frameName: string; readonly features: string }
  | { readonly op: 'preload-error'; readonly error: Error };

/** What the main process delivers. */
export type ToPage =
  | { readonly op: 'message'; readonly channel: string; readonly args: unknown[] }
  | { readonly op: 'answer'; readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly op: 'answer'; readonly id: number; readonly ok: false; readonly error: string };

export function preloadWorld(config: PreloadConfig, codec: Codec, makeEnd: typeof makeBridgeEnd, preload: PreloadFunction): void {
  if (window !== window.top) return;
  type PageListener = (event: object, ...args: unknown[]) => void;

  const post = Reflect.get(globalThis, config.channel) as (text: string) => void;
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void; channel: string }>();
  const listeners = new Map<string, PageListener[]>();
  let lastInvoke = 0;

  const absent = (what: string): never => {
    throw new Error(`${what} is not provided by the stand-in`);
  };
  const strict = (name: string, object: object): object =>
    new Proxy(object, {
      get: (target, key, receiver): unknown =>
        typeof key === 'symbol' || key in target || key === 'then' || key === 'toJSON'
          ? Reflect.get(target, key, receiver)
          : absent(`${name}.${key}`),
    });
  const send = (message: FromPage): void => post(codec.encode({ ...message, href: location.href }));
  const channelListeners = (channel: string): PageListener[] => {
    const found = listeners.get(channel) ?? [];
    listeners.set(channel, found);
    return found;
  };

  const ipcRenderer: Readonly<Record<string, unknown>> = {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastInvoke += 1;
        const id = lastInvoke;
        send({ op: 'invoke', id, channel, args });
        waiting.set(id, { resolve, reject, channel });
      }),
    send: (channel: string, ...args: unknown[]) => send({ op: 'send', channel, args }),
    on: (channel: string, listener: PageListener) => {
      channelListeners(channel).push(listener);
      return renderer;
    },
    once: (channel: string, listener: PageListener) => {
      const once: PageListener = (...args) => {
        remove(channel, once);
        listener(...args);
      };
      channelListeners(channel).push(once);
      return renderer;
    },
    removeListener: (channel: string, listener: PageListener) => remove(channel, listener),
    off: (channel: string, listener: PageListener) => remove(channel, listener),
    removeAllListeners: (channel: string) => {
      listeners.delete(channel);
      return renderer;
    },
    listenerCount: (channel: string) => channelListeners(channel).length,
  };
  const renderer = strict('ipcRenderer', ipcRenderer);
  function remove(channel: string, listener: PageListener): object {
    listeners.set(
      channel,
      channelListeners(channel).filter((known) => known !== listener),
    );
    return renderer;
  }

  const { call } = makeEnd(config.toPage, config.toPreload, (op, ...args) => {
    if (op === 'close') send({ op: 'close' });
    else send({ op: 'open', url: String(args[0]), frameName: String(args[1]), features: String(args[2]) });
  });
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => void call(0, [key, api]),
  });
  const electron = strict("require('electron') in a preload", { ipcRenderer: renderer, contextBridge });

  function deliver(text: string): void {
    const message = codec.decode(text) as ToPage;
    if (message.op === 'message') {
      const event = { sender: renderer, ports: [] };
      for (const listener of [...channelListeners(message.channel)]) listener(event, ...message.args);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.ok) asked?.resolve(message.value);
    else asked?.reject(new Error(`Error invoking remote method '${asked.channel}': ${message.error}`));
  }
  Object.defineProperty(globalThis, `${config.channel}:deliver`, { value: deliver });

  const module = { exports: {} };
  const requireInSandbox = (name: string): unknown =>
    name === 'electron' || name === 'electron/renderer' ? electron : absent(`require('${name}') in a sandboxed preload`);
  try {
    preload(module.exports, requireInSandbox, module, strict('process in a preload', config.process));
  } catch (error) {
    console.error(`Unable to load preload script: ${config.preloadPath}`, error);
    send({ op: 'preload-error', error: error instanceof Error ? error : new Error(String(error)) });
  }
}
