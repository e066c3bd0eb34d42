/** Modules of which a till uses one or two calls. */
import { record } from './record.ts';
import { Strict, StrictEmitter } from './strict.ts';

class PowerSaveBlocker extends Strict implements Pick<Electron.PowerSaveBlocker, 'start' | 'stop' | 'isStarted'> {
  readonly apiName = 'powerSaveBlocker';
  private readonly started = new Set<number>();
  private lastId = -1;

  start(type: Parameters<Electron.PowerSaveBlocker['start']>[0]): number {
    record('powerSaveBlocker.start', type);
    this.lastId += 1;
    this.started.add(this.lastId);
    return this.lastId;
  }
  stop(id: number): boolean {
    record('powerSaveBlocker.stop', id);
    return this.started.delete(id);
  }
  isStarted(id: number): boolean {
    return this.started.has(id);
  }
}

class PowerMonitor extends StrictEmitter {
  readonly apiName = 'powerMonitor';
  /** Accepted; only a test emits them. */
  protected readonly knownEvents = ['suspend', 'resume', 'shutdown', 'on-ac', 'on-battery', 'lock-screen', 'unlock-screen'];
}

class Shell extends Strict implements Pick<Electron.Shell, 'openExternal' | 'openPath' | 'showItemInFolder' | 'beep'> {
  readonly apiName = 'shell';
  openExternal(url: string): Promise<void> {
    record('shell.openExternal', url);
    return Promise.resolve();
  }
  openPath(path: string): Promise<string> {
    record('shell.openPath', path);
    return Promise.resolve('');
  }
  showItemInFolder(path: string): void {
    record('shell.showItemInFolder', path);
  }
  beep(): void {
    record('shell.beep');
  }
}

export class Menu extends Strict {
  readonly apiName = 'Menu';
  private static application: Menu | null = null;
  readonly items: readonly object[];

  constructor(items: readonly object[] = []) {
    super();
    this.items = items;
  }
  static setApplicationMenu(menu: Menu | null): void {
    record('Menu.setApplicationMenu', menu);
    Menu.application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.application;
  }
  static buildFromTemplate(template: readonly object[]): Menu {
    record('Menu.buildFromTemplate', template);
    return new Menu(template);
  }
}

export const powerSaveBlocker = new PowerSaveBlocker();
export const powerMonitor = new PowerMonitor();
export const shell = new Shell();
