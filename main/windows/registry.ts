import type { BrowserWindow, WebContents } from 'electron';
import { ROLE_RIGHTS } from './roles.ts';
import type { WindowRole } from './roles.ts';

/** Which windows there are and what each is for. Ids are those of the page (`webContents.id`). */
export interface WindowRegistry {
  add(role: WindowRole, window: BrowserWindow): void;
  roleOf(contentsId: number): WindowRole | null;
  /** The one window of a role, if it is there. */
  find(role: WindowRole): BrowserWindow | null;
  /** Pages that are to be told of every change. */
  watchers(): readonly WebContents[];
}

export function createWindowRegistry(): WindowRegistry {
  const windows = new Map<number, { readonly role: WindowRole; readonly window: BrowserWindow }>();
  return {
    add(role, window) {
      const id = window.webContents.id;
      windows.set(id, { role, window });
      window.once('closed', () => windows.delete(id));
    },
    roleOf: (contentsId) => windows.get(contentsId)?.role ?? null,
    find(role) {
      for (const entry of windows.values()) if (entry.role === role && !entry.window.isDestroyed()) return entry.window;
      return null;
    },
    watchers: () =>
      [...windows.values()]
        .filter((entry) => ROLE_RIGHTS[entry.role].getsState && !entry.window.isDestroyed())
        .map((entry) => entry.window.webContents)
        .filter((contents) => !contents.isDestroyed()),
  };
}
