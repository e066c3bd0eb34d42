/** What the application gets for `require('electron')`. Each name is one of the real module's; any other throws. */
import { app } from './app.ts';
import { BrowserWindow, webContentsModule } from './browser-window.ts';
import { dialog } from './dialog.ts';
import { ipcMain } from './ipc-main.ts';
import { safeStorage } from './safe-storage.ts';
import { screen } from './screen.ts';
import { protocol, session } from './session.ts';
import { Menu, powerMonitor, powerSaveBlocker, shell } from './small-modules.ts';
import { strict } from './strict.ts';
import { nativeTheme } from './theme.ts';

type ElectronNames = keyof typeof Electron.CrossProcessExports;

export const electronModule = strict("require('electron')", {
  app,
  BrowserWindow,
  Menu,
  dialog,
  ipcMain,
  nativeTheme,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  webContents: strict('webContents', webContentsModule),
} satisfies Partial<Record<ElectronNames, object>>);
