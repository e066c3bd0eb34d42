import { Buffer } from 'node:buffer';
import type { RequestOf } from '../wire/operations.ts';
import type { World } from '../world/world.ts';
import { resellerContext } from './harness.ts';

function parametersOf(parameters: Readonly<Record<string, string>>): RequestOf<'executeReport'>['parameters'] {
  return { parameter: { entry: Object.entries(parameters).map(([key, value]) => ({ key, value })) } };
}

/** Marks a period of one terminal; its id. */
export function markTerminal(world: World, terminalId: string): string {
  const parameters = parametersOf({ TERMINALID: terminalId });
  return world.call('markTransactionPeriod', { context: resellerContext(), parameters }).transactionPeriodId ?? '';
}

/** The rows of report 007 of a terminal's period: amount and reference of each. Empty, too, when there is none. */
export function rowsOf(
  world: World,
  terminalId: string,
  transactionPeriodId: string,
): readonly (readonly [amount: string, ersReference: string])[] {
  const answer = world.call('executeReport', {
    context: resellerContext(),
    reportId: 'Reconciliation/STD_RECON_007.xml',
    parameters: parametersOf({ transactionPeriodId, TERMINALID: terminalId }),
  });
  const xml = Buffer.from(answer.report?.content ?? '', 'base64').toString();
  return [...xml.matchAll(/<SalesAmount>([^<]*)000<\/SalesAmount><ErsReference>([^<]*)</g)].map(([, amount = '', reference = '']) => [
    amount,
    reference,
  ]);
}
