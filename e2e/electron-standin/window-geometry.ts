/** The part of a window that is its place, its size and its furniture. */
import { record } from './record.ts';
import { screenSize } from './screen.ts';
import { StrictEmitter } from './strict.ts';
import type { WindowFrame } from './window-frame.ts';

export abstract class WindowGeometry
  extends StrictEmitter
  implements
    Pick<
      Electron.BrowserWindow,
      | 'getBounds'
      | 'setBounds'
      | 'getContentBounds'
      | 'getNormalBounds'
      | 'getSize'
      | 'setSize'
      | 'getContentSize'
      | 'setContentSize'
      | 'getPosition'
      | 'setPosition'
      | 'center'
      | 'setFullScreen'
      | 'isFullScreen'
      | 'setKiosk'
      | 'isKiosk'
      | 'maximize'
      | 'unmaximize'
      | 'isMaximized'
      | 'setMenu'
      | 'removeMenu'
      | 'setMenuBarVisibility'
      | 'setAutoHideMenuBar'
      | 'setAlwaysOnTop'
      | 'setMinimumSize'
      | 'moveTop'
      | 'flashFrame'
      | 'setBackgroundColor'
      | 'setProgressBar'
      | 'setIcon'
    >
{
  protected abstract readonly frame: WindowFrame;
  protected abstract destroyed: boolean;
  protected readonly knownEvents = [
    'ready-to-show',
    'show',
    'hide',
    'focus',
    'blur',
    'close',
    'closed',
    'page-title-updated',
    'maximize',
    'unmaximize',
    'minimize',
    'restore',
    'enter-full-screen',
    'leave-full-screen',
    'resize',
    'move',
    // Accepted; they never come here.
    'unresponsive',
    'responsive',
    'session-end',
    'query-session-end',
    'resized',
    'moved',
    'app-command',
  ];

  getBounds(): Electron.Rectangle {
    return this.frame.current;
  }
  getContentBounds(): Electron.Rectangle {
    return this.frame.current;
  }
  getNormalBounds(): Electron.Rectangle {
    return this.frame.current;
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.frame.move(bounds);
    this.later('resize');
  }
  getSize(): number[] {
    const { width, height } = this.frame.current;
    return [width, height];
  }
  getContentSize(): number[] {
    return this.getSize();
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getPosition(): number[] {
    const { x, y } = this.frame.current;
    return [x, y];
  }
  setPosition(x: number, y: number): void {
    this.frame.move({ x, y });
    this.later('move');
  }
  center(): void {
    const { width, height } = screenSize();
    const [ownWidth = 0, ownHeight = 0] = this.getSize();
    this.setPosition(Math.round((width - ownWidth) / 2), Math.round((height - ownHeight) / 2));
  }

  setFullScreen(flag: boolean): void {
    if (flag === this.frame.isFullScreen) return;
    this.frame.isFullScreen = flag;
    this.frame.place();
    this.later(flag ? 'enter-full-screen' : 'leave-full-screen');
  }
  isFullScreen(): boolean {
    return this.frame.isFullScreen;
  }
  setKiosk(flag: boolean): void {
    this.setFullScreen(flag);
  }
  isKiosk(): boolean {
    return this.frame.isFullScreen;
  }
  maximize(): void {
    this.setMaximized(true);
  }
  unmaximize(): void {
    this.setMaximized(false);
  }
  private setMaximized(flag: boolean): void {
    if (flag === this.frame.isMaximized) return;
    this.frame.isMaximized = flag;
    this.frame.place();
    this.later(flag ? 'maximize' : 'unmaximize');
  }
  isMaximized(): boolean {
    return this.frame.isMaximized;
  }

  setMenu(): void {
    record('BrowserWindow.setMenu');
  }
  removeMenu(): void {
    record('BrowserWindow.removeMenu');
  }
  setMenuBarVisibility(visible: boolean): void {
    record('BrowserWindow.setMenuBarVisibility', visible);
  }
  setAutoHideMenuBar(hide: boolean): void {
    record('BrowserWindow.setAutoHideMenuBar', hide);
  }
  setAlwaysOnTop(flag: boolean): void {
    record('BrowserWindow.setAlwaysOnTop', flag);
  }
  setMinimumSize(width: number, height: number): void {
    record('BrowserWindow.setMinimumSize', width, height);
  }
  moveTop(): void {
    record('BrowserWindow.moveTop');
  }
  flashFrame(flag: boolean): void {
    record('BrowserWindow.flashFrame', flag);
  }
  setBackgroundColor(color: string): void {
    record('BrowserWindow.setBackgroundColor', color);
  }
  setProgressBar(progress: number): void {
    record('BrowserWindow.setProgressBar', progress);
  }
  setIcon(): void {
    record('BrowserWindow.setIcon');
  }

  /** Electron's window events come after the call that caused them has returned. */
  protected later(event: string): void {
    setImmediate(() => {
      if (!this.destroyed) this.emit(event, {});
    });
  }
}
