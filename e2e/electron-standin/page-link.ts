/**
 * The line between the main process and the preload's world of one page: text in through a binding only that world has,
 * text out by evaluating in it.
 */
import { randomUUID } from 'node:crypto';
import type { CdpSession } from './cdp.ts';
import { makeCodec, makeReader, makeWriter } from './page/codec.ts';
import type { FromPage, ToPage } from './page/messages.ts';
import { mainWorldSource, preloadWorldSource } from './page/source.ts';

/** Electron's own name for the world preloads run in. */
const WORLD = 'Electron Isolated Context';
const codec = makeCodec(makeWriter, makeReader);

export type PageMessage = FromPage & { readonly href: string };

export interface PageLinkOptions {
  readonly preloadPath: string;
  readonly additionalArguments: readonly string[];
  readonly onMessage: (message: PageMessage) => void;
}

export class PageLink {
  private readonly session: CdpSession;
  private readonly channel = `kassa:${randomUUID()}`;
  private contextId: number | undefined = undefined;

  constructor(session: CdpSession) {
    this.session = session;
  }

  async start({ preloadPath, additionalArguments, onMessage }: PageLinkOptions): Promise<void> {
    const { session, channel } = this;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD) this.contextId = context.id;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.contextId = undefined;
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.contextId) this.contextId = undefined;
    });
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === channel) onMessage(codec.decode(payload) as PageMessage);
    });
    const toPreload = randomUUID();
    const toPage = randomUUID();
    const preload = preloadWorldSource({
      channel,
      toPreload,
      toPage,
      preloadPath,
      process: preloadProcess(additionalArguments),
    });
    await Promise.all([
      session.send('Runtime.enable'),
      session.send('Runtime.addBinding', { name: channel, executionContextName: WORLD }),
      // In this order: the page's end of the bridge must listen before the preload exposes anything.
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldSource(toPreload, toPage) }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: preload, worldName: WORLD }),
    ]);
  }

  /** Delivers to the document that is there now; without one the message is lost, as in Electron. */
  deliver(message: ToPage): void {
    const text = codec.encode(message);
    if (this.contextId === undefined) return;
    this.session.post('Runtime.evaluate', {
      expression: `globalThis[${JSON.stringify(`${this.channel}:deliver`)}](${JSON.stringify(text)})`,
      contextId: this.contextId,
    });
  }
}

/** What a sandboxed preload sees as `process`. */
function preloadProcess(additionalArguments: readonly string[]): Record<string, unknown> {
  return {
    type: 'renderer',
    platform: process.platform,
    arch: process.arch,
    versions: { ...process.versions },
    argv: [...process.argv.slice(0, 1), ...additionalArguments],
    env: {},
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: true,
  };
}
