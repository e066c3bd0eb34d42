/** `app`: life cycle, names and paths. Quitting asks every window, then listeners, in Electron's order. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { appPackage } from './app-package.ts';
import { getPath, setPath, type PathName } from './app-paths.ts';
import { record } from './record.ts';
import { hasLock, releaseLock, takeLock } from './single-instance.ts';
import { StrictEmitter, notProvided } from './strict.ts';
import { commandLine, executablePath, startArguments } from './switches.ts';

/** What quitting needs to know of a window. */
export interface QuittableWindow {
  /** @returns false if a listener prevented it */
  readonly tryClose: () => boolean;
}

class App
  extends StrictEmitter
  implements
    Pick<
      Electron.App,
      | 'quit'
      | 'exit'
      | 'relaunch'
      | 'isReady'
      | 'whenReady'
      | 'getAppPath'
      | 'getPath'
      | 'setPath'
      | 'getVersion'
      | 'getName'
      | 'setName'
      | 'getLocale'
      | 'getSystemLocale'
      | 'getPreferredSystemLanguages'
      | 'isPackaged'
      | 'requestSingleInstanceLock'
      | 'hasSingleInstanceLock'
      | 'releaseSingleInstanceLock'
      | 'enableSandbox'
      | 'setAppUserModelId'
      | 'disableHardwareAcceleration'
      | 'setBadgeCount'
      | 'focus'
    >
{
  readonly apiName = 'app';
  protected readonly knownEvents = [
    'will-finish-launching',
    'ready',
    'window-all-closed',
    'before-quit',
    'will-quit',
    'quit',
    'second-instance',
    'browser-window-created',
    'web-contents-created',
    'render-process-gone',
    // Accepted; they belong to other systems or to what cannot happen here, so they never come.
    'activate',
    'child-process-gone',
    'open-file',
    'open-url',
    'certificate-error',
    'select-client-certificate',
    'login',
    'gpu-info-update',
    'accessibility-support-changed',
  ];
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  private givenName: string | undefined = undefined;
  private readyState = false;
  private quitting = false;
  private announce: () => void = () => undefined;
  private readonly becameReady = new Promise<void>((resolve) => {
    this.announce = resolve;
  });
  /** Set by the windows' module; here it would be a circle. */
  openWindows: () => readonly QuittableWindow[] = () => [];

  get name(): string {
    return this.getName();
  }
  set name(name: string) {
    this.setName(name);
  }
  getName(): string {
    return this.givenName ?? appPackage.name;
  }
  setName(name: string): void {
    this.givenName = name;
  }
  getVersion(): string {
    return appPackage.version;
  }
  getAppPath(): string {
    return appPackage.dir;
  }
  getPath(name: PathName): string {
    return getPath(name, this.getName());
  }
  setPath(name: string, value: string): void {
    setPath(name, value);
  }
  getLocale(): string {
    const asked = commandLine.getSwitchValue('lang');
    return asked === '' ? Intl.DateTimeFormat().resolvedOptions().locale : asked;
  }
  getSystemLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getSystemLocale()];
  }

  isReady(): boolean {
    return this.readyState;
  }
  whenReady(): Promise<void> {
    return this.becameReady;
  }
  /** Called once, when Chromium answers and the application's main script has run. */
  announceReady(): void {
    fs.mkdirSync(this.getPath('userData'), { recursive: true });
    this.readyState = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.announce();
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    // As Electron hands them on: switches first. (It adds some of its own.)
    const isSwitch = (argument: string): boolean => argument.startsWith('-');
    const argv = [executablePath, ...startArguments.filter(isSwitch), ...startArguments.filter((argument) => !isSwitch(argument))];
    return takeLock(this.getPath('userData'), { argv, cwd: process.cwd(), additionalData }, (second) => {
      this.emit('second-instance', {}, second.argv, second.cwd, second.additionalData);
    });
  }
  hasSingleInstanceLock(): boolean {
    return hasLock();
  }
  releaseSingleInstanceLock(): void {
    releaseLock();
  }

  quit(): void {
    if (this.quitting) return;
    if (this.emitPreventable('before-quit')) return;
    this.quitting = true;
    for (const window of this.openWindows()) {
      if (window.tryClose()) continue;
      this.quitting = false;
      return;
    }
    if (this.openWindows().length === 0) setImmediate(() => this.finishQuit());
  }
  /** Told by the windows' module when one has closed. */
  windowClosed(): void {
    if (this.openWindows().length > 0) return;
    if (this.quitting) this.finishQuit();
    else if (!this.emit('window-all-closed')) this.quit();
  }
  private finishQuit(): void {
    if (this.emitPreventable('will-quit')) {
      this.quitting = false;
      return;
    }
    this.exit(0);
  }
  exit(exitCode = 0): void {
    this.emit('quit', {}, exitCode);
    process.exit(exitCode);
  }
  relaunch(options: Electron.RelaunchOptions = {}): void {
    if (options.execPath !== undefined) notProvided('app.relaunch with execPath');
    const args = options.args ?? startArguments.filter((argument) => !/^--(inspect|remote-debugging)/.test(argument));
    process.on('exit', () => {
      // The lock goes with this process; the new one must not meet it.
      releaseLock();
      spawn(executablePath, args, { detached: true, stdio: 'inherit' }).unref();
    });
  }

  enableSandbox(): void {
    // Every page runs in Chromium's renderer without Node, with or without this call.
    record('app.enableSandbox');
  }
  setAppUserModelId(id: string): void {
    record('app.setAppUserModelId', id);
  }
  disableHardwareAcceleration(): void {
    record('app.disableHardwareAcceleration');
  }
  setBadgeCount(count?: number): boolean {
    record('app.setBadgeCount', count);
    return false;
  }
  focus(): void {
    record('app.focus');
  }
}

export const app = new App();
