import type { World } from '../../../simulator/testing/index.ts';

/** The shop's other till, which has no Kassa: SEQR's published test terminal (protocol §1). */
export const OTHER_TERMINAL = 'public_test_shop_terminal';
const SEQR_ID = '004699999999';
const AMOUNT = { currency: 'SEK', value: '12.00' } as const;

/** It sells something, and its customer pays: reports of the whole shop list it. */
export function sellElsewhere(world: World): void {
  const context = { clientRequestTimeout: 0, initiatorPrincipalId: { id: OTHER_TERMINAL, type: 'TERMINALID' }, password: '12345678' };
  world.call('assignSeqrId', { context, seqrId: SEQR_ID });
  const { invoiceReference } = world.call('sendInvoice', {
    context,
    invoice: { acknowledgmentMode: 'NO_ACKNOWLEDGMENT', title: 'Till 2', totalAmount: AMOUNT, cashierId: '1' },
  });
  if (invoiceReference === undefined) return;
  world.phone.scan(`R${invoiceReference}`);
  world.phone.pay(invoiceReference);
  world.call('getPaymentStatus', { context, invoiceReference, invoiceVersion: 0 });
}
