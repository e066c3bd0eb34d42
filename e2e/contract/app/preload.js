const { contextBridge, ipcRenderer } = require('electron');

const isolated = { secret: 'of the preload' };
globalThis.onlyInPreload = isolated;

contextBridge.exposeInMainWorld('contract', {
  version: '1',
  nested: { list: [1, 2, 3] },
  add: (a, b) => ipcRenderer.invoke('add', a, b),
  echo: (value) => ipcRenderer.invoke('echo', value),
  fail: () => ipcRenderer.invoke('fail'),
  missing: () => ipcRenderer.invoke('missing'),
  who: () => ipcRenderer.invoke('who'),
  sendFunction: () => ipcRenderer.invoke('echo', () => 1),
  note: (value) => ipcRenderer.send('note', value),
  onNoted: (listener) => {
    const forward = (_event, ...args) => listener(...args);
    ipcRenderer.on('noted', forward);
    return () => ipcRenderer.removeListener('noted', forward);
  },
  double: (n) => n * 2,
  throwHere: () => {
    throw new Error('thrown in the preload');
  },
});
