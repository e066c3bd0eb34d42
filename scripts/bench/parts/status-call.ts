import path from 'node:path';
import { createSystemClock } from '../../../src/clock/system-clock.ts';
import { money } from '../../../src/money/index.ts';
import type { CallContext, SeqrConnection } from '../../../src/protocol/index.ts';
import { createSeqrConnector } from '../../../src/seqr/index.ts';
import type { Part } from '../bench.ts';
import { spread } from '../figures.ts';
import { plainStatusCall } from '../plain-strong-soap.ts';
import { inMs, inTimes } from '../report.ts';

const WSDL = path.join(import.meta.dirname, '..', '..', '..', 'assets', 'seqr-cashregister.wsdl');
const CALLS = { short: 400, full: 2_000 };
/** In turns, so that a busy machine is busy for both. */
const CALLS_A_TURN = 20;
const GOAL_TIMES = 0.5;
const PASSWORD = 'bench-terminal';

/** One getPaymentStatus with the till's own client, beside strong-soap as it comes. */
export const statusCall: Part = async ({ full, simulator }) => {
  const calls = full ? CALLS.full : CALLS.short;
  const till = createSeqrConnector({ wsdlPath: WSDL, clock: createSystemClock() }).connect(simulator.soap, 'Kassa bench');
  const { context, invoiceReference } = await openInvoice(till);
  const ours = async (): Promise<void> => {
    const answer = await till.getPaymentStatus(context, invoiceReference, 0);
    if (answer.kind !== 'answered' || answer.value.status !== 'ISSUED') throw new Error(`the till's client was answered: ${answer.kind}`);
  };
  const plain = await plainStatusCall(simulator.soap, context, invoiceReference);
  const oursMs: number[] = [];
  const plainMs: number[] = [];
  // The first turn of each warms it up and is not counted.
  await timeTurn(ours);
  await timeTurn(plain);
  for (let done = 0; done < calls; done += CALLS_A_TURN) {
    oursMs.push(...(await timeTurn(ours)));
    plainMs.push(...(await timeTurn(plain)));
  }
  till.close();
  const [our, their] = [spread(oursMs), spread(plainMs)];
  const ratio = our.median / their.median;
  const words = (of: typeof our): string => `median ${inMs(of.median)}, p95 ${inMs(of.p95)}, p99 ${inMs(of.p99)}`;
  return [
    {
      what: 'one status call',
      ours: `${words(our)} (${calls} calls)`,
      baseline: `plain strong-soap: ${words(their)}`,
      ratio,
      goal: { text: `<= ${inTimes(GOAL_TIMES)}`, met: ratio <= GOAL_TIMES },
      values: {
        calls,
        medianMs: our.median,
        p95Ms: our.p95,
        p99Ms: our.p99,
        baselineMedianMs: their.median,
        baselineP95Ms: their.p95,
        ratio,
      },
    },
  ];
};

async function timeTurn(call: () => Promise<void>): Promise<readonly number[]> {
  const tookMs: number[] = [];
  for (let done = 0; done < CALLS_A_TURN; done += 1) {
    const startedMs = performance.now();
    await call();
    tookMs.push(performance.now() - startedMs);
  }
  return tookMs;
}

/** A terminal of its own with an invoice that nobody pays. */
async function openInvoice(till: SeqrConnection): Promise<{ readonly context: CallContext; readonly invoiceReference: string }> {
  const reseller: CallContext = {
    credentials: { type: 'RESELLERUSER', id: 'public_test_shop', userId: '9900', password: '1234' },
    clientReference: 'bench',
  };
  const registered = await till.registerTerminal(reseller, { externalTerminalId: 'Bench', name: 'Bench', password: PASSWORD });
  if (registered.kind !== 'answered' || registered.value.terminalId === null) throw new Error('no terminal');
  const context: CallContext = {
    credentials: { type: 'TERMINALID', id: registered.value.terminalId, password: PASSWORD },
    clientReference: 'bench',
  };
  const sent = await till.sendInvoice(context, {
    paymentMode: 'IMMEDIATE_DEBIT',
    acknowledgmentMode: 'NO_ACKNOWLEDGMENT',
    issueDate: new Date().toISOString(),
    title: 'Bench',
    clientInvoiceId: 'bench-1',
    invoiceRows: [{ itemDescription: 'Coffee', itemQuantity: '1', itemTotalAmount: money(2_500, 'SEK') }],
    totalAmount: money(2_500, 'SEK'),
    cashierId: '1',
    footer: '',
  });
  if (sent.kind !== 'answered' || sent.value.invoiceReference === null) throw new Error('no invoice');
  return { context, invoiceReference: sent.value.invoiceReference };
}
