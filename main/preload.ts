import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, STATE_CHANNEL } from '../src/contract/channels.ts';
import type { KassaBridge } from '../src/contract/ipc.ts';
import type { Snapshot } from '../src/contract/snapshot.ts';

/** All that a page gets: two functions, never `ipcRenderer` itself (security §20). Main checks who calls, and with what. */
const bridge: KassaBridge = {
  call: (name, ...args) => ipcRenderer.invoke(callChannel(name), ...args),
  onState(listener) {
    const relay = (_event: unknown, snapshot: Snapshot): void => listener(snapshot);
    ipcRenderer.on(STATE_CHANNEL, relay);
    return () => void ipcRenderer.off(STATE_CHANNEL, relay);
  },
};

contextBridge.exposeInMainWorld('kassa', bridge);
