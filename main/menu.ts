import { Menu } from 'electron';

/**
 * Without this Electron brings a menu of its own whose keys reload and close windows. A till has no menu; on macOS,
 * copying and quitting by key live in it, so there it stays with these two.
 */
export function setMenu(platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(
    platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]) : null,
  );
}
