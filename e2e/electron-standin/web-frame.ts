/** The main frame of a page. Preloads run in main frames only, so every sender is one. */
import { originOf } from './origin-map.ts';
import { Strict } from './strict.ts';

export interface FrameOwner {
  readonly isDestroyed: () => boolean;
  readonly getURL: () => string;
  readonly send: (channel: string, ...args: unknown[]) => void;
  readonly executeJavaScript: (code: string, userGesture?: boolean) => Promise<unknown>;
}

export class MainFrame
  extends Strict
  implements Pick<Electron.WebFrameMain, 'url' | 'origin' | 'isDestroyed' | 'send' | 'executeJavaScript' | 'detached'>
{
  readonly apiName = 'WebFrameMain';
  readonly parent = null;
  readonly detached = false;
  readonly processId: number;
  readonly routingId = 1;
  private readonly owner: FrameOwner;

  constructor(owner: FrameOwner, id: number) {
    super();
    this.owner = owner;
    this.processId = id;
  }
  get url(): string {
    return this.owner.getURL();
  }
  get origin(): string {
    return originOf(this.url);
  }
  get top(): this {
    return this;
  }
  get frames(): [] {
    return [];
  }
  isDestroyed(): boolean {
    return this.owner.isDestroyed();
  }
  send(channel: string, ...args: unknown[]): void {
    this.owner.send(channel, ...args);
  }
  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown> {
    return this.owner.executeJavaScript(code, userGesture);
  }
}
