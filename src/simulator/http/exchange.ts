import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OperationName } from '../wire/operations.ts';

/** One SOAP request on its way to an answer, as the faults see it. */
export interface Exchange {
  readonly operation: OperationName;
  /** Does what was asked and returns the answer document. */
  process(): string;
  /** Does what was asked so many milliseconds of practice time later; nobody hears of it. */
  processLate(afterMs: number): void;
  /** The answer document it would get, with nothing done. */
  rehearse(): string;
  /** Puts a document where a redirected client will find it; returns the address. */
  moveAway(document: string): string;
  readonly line: ResponseLine;
}

/** Resolves after `ms`; rejects with `Gone` when the client hangs up or the server stops first. */
export class Gone extends Error {
  override readonly name = 'Gone';
}

/** The way back to one client. */
export class ResponseLine {
  /** What was sent, for the message log: status and body; null until sent. */
  sent: { readonly status: number; readonly body: string } | null = null;
  readonly #request: IncomingMessage;
  readonly #response: ServerResponse;
  readonly #stopping: AbortSignal;

  constructor(request: IncomingMessage, response: ServerResponse, stopping: AbortSignal) {
    this.#request = request;
    this.#response = response;
    this.#stopping = stopping;
  }

  send(status: number, contentType: string, body: string, headers: Readonly<Record<string, string>> = {}): void {
    this.sent = { status, body };
    if (this.#response.destroyed) return;
    this.#response.writeHead(status, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(body),
      ...headers,
    });
    this.#response.end(body);
  }

  sendXml(status: number, document: string): void {
    this.send(status, XML_TYPE, document);
  }

  /** Cuts the connection with a reset. */
  reset(): void {
    this.#request.socket.resetAndDestroy();
  }

  /**
   * One byte every `ms`: first `opening`, then what `rest` returns when the opening is out.
   * @throws Gone when the client hangs up; `rest` is not called then.
   */
  async drip(ms: number, opening: string, rest: () => string): Promise<void> {
    this.#response.writeHead(200, { 'content-type': XML_TYPE, connection: 'close' });
    await this.#dripBytes(ms, opening);
    const remainder = rest();
    this.sent = { status: 200, body: opening + remainder };
    await this.#dripBytes(ms, remainder);
    this.#response.end();
  }

  async #dripBytes(ms: number, text: string): Promise<void> {
    for (const byte of Buffer.from(text)) {
      await this.wait(ms);
      this.#response.write(Buffer.of(byte));
    }
  }

  async wait(ms: number): Promise<void> {
    const response = this.#response;
    const stopping = this.#stopping;
    await new Promise<void>((resolve, reject) => {
      if (response.destroyed || stopping.aborted) {
        reject(new Gone());
        return;
      }
      const done = (): void => {
        clearTimeout(timer);
        response.off('close', gone);
        stopping.removeEventListener('abort', gone);
      };
      const gone = (): void => {
        done();
        reject(new Gone());
      };
      const timer = setTimeout(() => {
        done();
        resolve();
      }, ms);
      response.once('close', gone);
      stopping.addEventListener('abort', gone, { once: true });
    });
  }
}

export const XML_TYPE = 'text/xml;charset=UTF-8';
