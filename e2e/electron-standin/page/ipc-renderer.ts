/** `ipcRenderer` as a preload has it. Sent to the page as source text. */
import type { FromPage, ToPage } from './messages.ts';

type PageListener = (event: object, ...args: unknown[]) => void;

interface IpcEnd {
  /** What the preload requires. */
  readonly renderer: object;
  /** Takes what the main process has sent. */
  readonly deliver: (message: ToPage) => void;
}

/** @param strict makes what is absent throw */
export function makeIpcRenderer(send: (message: FromPage) => void, strict: (ipc: object) => object): IpcEnd {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (reason: Error) => void; channel: string }>();
  const listeners = new Map<string, PageListener[]>();
  let lastInvoke = 0;

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
  const renderer = strict(ipcRenderer);
  function remove(channel: string, listener: PageListener): object {
    listeners.set(
      channel,
      channelListeners(channel).filter((known) => known !== listener),
    );
    return renderer;
  }

  function deliver(message: ToPage): void {
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

  return { renderer, deliver };
}
