/** What SEQR has on record, by the simulator's own interface. */

/** One exchange with SEQR. */
export interface Exchange {
  readonly number: number;
  /** When it ended, by SEQR's clock. */
  readonly atMs: number;
  readonly operation: string | null;
  readonly invoiceReference: string | null;
  readonly clientInvoiceId: string | null;
  /** How it was spoiled, and whether SEQR did what it was asked all the same. */
  readonly fault: string | null;
  readonly processed: boolean;
}

export interface SeqrRecord {
  /** By SEQR's clock. */
  readonly nowMs: () => Promise<number>;
  /** All exchanges since everything was forgotten. */
  readonly exchanges: () => Promise<readonly Exchange[]>;
  readonly forget: () => Promise<void>;
}

/** One exchange in short, as the simulator tells it. */
interface Message {
  readonly number: number;
  readonly at: string;
  readonly operation: string | null;
  readonly reference: string | null;
  readonly fault: string | null;
  readonly processed: boolean;
}

export function readRecord(url: string): SeqrRecord {
  const ask = async <Body>(what: string): Promise<Body> => (await (await fetch(new URL(what, url))).json()) as Body;
  let heard: readonly Exchange[] = [];

  async function clientInvoiceIdOf(number: number): Promise<string | null> {
    const { request } = await ask<{ readonly request: string }>(`/api/message?number=${number}`);
    return /<(?:\w+:)?clientInvoiceId>([^<]*)</.exec(request)?.[1] ?? null;
  }

  return {
    nowMs: async () => Date.parse((await ask<{ readonly now: string }>('/api/clock')).now),
    async exchanges() {
      const { messages } = await ask<{ readonly messages: readonly Message[] }>(`/api/overview?after=${heard.at(-1)?.number ?? 0}`);
      for (const { at, reference, ...message } of messages) {
        const clientInvoiceId = message.operation === 'sendInvoice' ? await clientInvoiceIdOf(message.number) : null;
        heard = [...heard, { ...message, atMs: Date.parse(at), invoiceReference: reference, clientInvoiceId }];
      }
      return heard;
    },
    async forget() {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(new URL('/api/reset', url), { method: 'POST', headers, body: '{}' });
      if (!answer.ok) throw new Error(`the simulator does not begin anew: ${answer.status} ${await answer.text()}`);
      heard = [];
    },
  };
}
