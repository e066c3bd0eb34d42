import type { MessageView, SimulatorClient } from '../../e2e/support/simulator-client.ts';

/** Everything the simulator has logged since, though it keeps only its latest: collected every now and then. */
export interface Collector {
  readonly collect: () => Promise<void>;
  /** Status calls for this invoice, oldest first. */
  readonly statusCalls: (invoiceReference: string) => readonly MessageView[];
}

/** The simulator forgets all but its latest 500 messages; a sale takes some seven. */
export const SALES_BETWEEN_COLLECTIONS = 40;
export const MS_BETWEEN_COLLECTIONS = 120_000;

export function collectFrom(simulator: SimulatorClient): Collector {
  const seen = new Map<number, MessageView>();
  return {
    async collect() {
      for (const message of await simulator.messages()) seen.set(message.number, message);
    },
    statusCalls: (invoiceReference) =>
      [...seen.values()].filter(({ operation, request }) => operation === 'getPaymentStatus' && request.includes(invoiceReference)),
  };
}
