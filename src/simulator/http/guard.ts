import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/** Why a request is not taken: a status and a sentence for the caller. */
export interface Refusal {
  readonly status: number;
  readonly error: string;
}

/** What is asked: the service itself, the JSON interface, or a page and what it loads. */
export type Part = 'service' | 'json' | 'page';

const FOREIGN_PAGE: Refusal = { status: 403, error: 'A page of somebody else may not ask the simulator.' };

/**
 * Keeps out the web pages of others that a browser on this machine has open. A page cannot choose the headers that are
 * looked at here: `Host` names the page's own server when its name was bent to lead here, `Origin` and `Sec-Fetch-Site` say
 * whose page asks, and no form sends JSON.
 */
export class Guard {
  readonly #names: ReadonlySet<string>;

  /** @param listensAt the address that the server was told to listen on */
  constructor(listensAt: string) {
    const machine = hostname().toLowerCase();
    const own = isLoopback(listensAt) ? [] : [machine, `${machine}.local`, listensAt.toLowerCase()];
    this.#names = new Set(['localhost', ...own]);
  }

  /** Null when it may pass. */
  refusalOf({ headers, method }: Pick<IncomingMessage, 'headers' | 'method'>, part: Part): Refusal | null {
    const { host = '', origin } = headers;
    // No till says where it is from; and what it calls the service is its own affair.
    if (part === 'service') return origin === undefined ? null : FOREIGN_PAGE;
    if (!this.#isOurName(host)) return { status: 403, error: 'The simulator is not known by this name.' };
    if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) return FOREIGN_PAGE;
    if (part === 'page') return null;
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return FOREIGN_PAGE;
    const isJson = /^application\/json\b/i.test(headers['content-type'] ?? '');
    return method === 'POST' && !isJson ? { status: 415, error: 'The body must be sent as application/json.' } : null;
  }

  /** An address leads where it says; a name is ours if we know it. */
  #isOurName(host: string): boolean {
    const name = URL.parse(`http://${host}`)?.hostname.toLowerCase() ?? '';
    return isIP(name.replace(/^\[|\]$/g, '')) !== 0 || this.#names.has(name);
  }
}

function isLoopback(address: string): boolean {
  return address === 'localhost' || address === '::1' || address.startsWith('127.');
}
