import type { CustomerDisplay, PaymentState } from '../support/pages/payment-page.ts';
/** Every screen of a payment, beside what the customer sees of it. */
import type { SimulatorProcess } from '../support/simulator-process.ts';
import type { Till } from '../support/till-driver.ts';
import type { Shoot } from './camera.ts';

/** SEQR is asked about as often as a till can ask while the pictures are taken. */
const AS_LONG_AS_IT_TAKES = 5_000;

export async function paymentScenes(till: Till, shoot: Shoot, seqr: SimulatorProcess, display: CustomerDisplay): Promise<void> {
  const { sale, payment } = till;
  const both = async (name: string): Promise<void> => {
    await shoot(`payment-${name}`);
    await shoot(`customer-${name}`, display.page);
  };
  const charge = async (until: PaymentState): Promise<void> => {
    await sale.charge.click();
    await payment.reach(until);
  };

  await charge('waiting');
  await both('waiting');
  await payment.button('The customer says it is paid').click();
  await payment.claim.getByText('not paid yet').waitFor();
  await shoot('payment-claim');
  await payment.keepWaiting.waitFor({ timeout: 40_000 });
  await shoot('payment-question');
  await seqr.fault('cancelInvoice', 'drop', AS_LONG_AS_IT_TAKES);
  await payment.cancel.click();
  await payment.reach('cancelling');
  await both('cancelling');
  await seqr.noFaults();
  await payment.reach('cancelled');
  await both('cancelled');
  await payment.backToSale.click();

  await charge('waiting');
  const declined = await seqr.scan(await payment.code());
  await seqr.decline(declined.invoiceReference);
  await payment.reach('failed');
  await both('failed');
  await payment.backToSale.click();

  await seqr.fault('sendInvoice', 'result:49');
  await charge('refused');
  await both('refused');
  await payment.backToSale.click();

  await seqr.fault('sendInvoice', 'result:91');
  await charge('refused');
  await shoot('payment-refused-long');
  await payment.backToSale.click();

  await seqr.fault('sendInvoice', 'result:33');
  await charge('refused');
  await shoot('payment-refused-registration');
  await payment.backToSale.click();

  await seqr.fault('sendInvoice', 'delay:60000:after');
  await charge('sending');
  await both('sending');
  await payment.reach('sendUnknown', 20_000);
  await both('send-unknown');
  await payment.button('The customer says it is paid').click();
  await shoot('payment-returning');
  await payment.giveUp.click();

  if (await payment.backToSale.isVisible()) await payment.backToSale.click();
  await charge('waiting');
  await seqr.fault('getPaymentStatus', 'result:29', AS_LONG_AS_IT_TAKES);
  await payment.reach('unknown');
  await both('unknown');
  await payment.button('The customer says it is paid').click();
  await shoot('payment-unknown-claim');
  await payment.setAside.click();
  await till.unresolved.click();
  await shoot('unresolved');
  await till.page.getByRole('button', { name: 'Close', exact: true }).click();
  await seqr.noFaults();

  await sale.add('Flat white');
  await charge('waiting');
  await seqr.scanAndPay(await payment.code());
  await payment.reach('paid');
  await both('paid');
  await payment.nextSale.click();
}
