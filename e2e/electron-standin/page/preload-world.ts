/**
 * Runs in the preload's world before the page's scripts: what `require('electron')` gives a sandboxed preload, and then
 * the preload itself. Sent to the page as source text.
 */
import type { MakeEnd } from './bridge-end.ts';
import type { Codec } from './codec.ts';
import type { makeIpcRenderer } from './ipc-renderer.ts';
import type { FromPage, ToPage } from './messages.ts';

export interface PreloadConfig {
  /** The binding that carries text to the main process, and the name under which it delivers text here. */
  readonly channel: string;
  readonly toPage: string;
  readonly toPreload: string;
  readonly preloadPath: string;
  readonly process: Readonly<Record<string, unknown>>;
}

export type PreloadFunction = (exports: object, require: (name: string) => unknown, module: { exports: object }, process: object) => void;

/** What it is made of, passed in because the function arrives in the page alone. */
export interface PreloadParts {
  readonly codec: Codec;
  readonly makeEnd: MakeEnd;
  readonly makeIpc: typeof makeIpcRenderer;
}

export function preloadWorld(config: PreloadConfig, { codec, makeEnd, makeIpc }: PreloadParts, preload: PreloadFunction): void {
  if (window !== window.top) return;
  const post = Reflect.get(globalThis, config.channel) as (text: string) => void;

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
  const { renderer, deliver } = makeIpc(send, (ipc) => strict('ipcRenderer', ipc));
  const { call } = makeEnd(config.toPage, config.toPreload, (op, ...args) => {
    if (op === 'close') send({ op: 'close' });
    else send({ op: 'open', url: String(args[0]), frameName: String(args[1]), features: String(args[2]) });
  });
  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => void call(0, [key, api]),
  });
  const electron = strict("require('electron') in a preload", { ipcRenderer: renderer, contextBridge });

  Object.defineProperty(globalThis, `${config.channel}:deliver`, { value: (text: string) => deliver(codec.decode(text) as ToPage) });

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
