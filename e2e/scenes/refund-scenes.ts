/** Money going back: from the receipt to what became of it. */
import type { SimulatorProcess } from '../support/simulator-process.ts';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';
import type { Shoot } from './camera.ts';

const { pin } = SAMPLE_ANSWERS.owner;

/** Sells a sale of several rows first. */
export async function refundScenes(till: Till, shoot: Shoot, seqr: SimulatorProcess): Promise<void> {
  const { sale, payment, refund, disbursement, payOut } = till;
  await sale.add('Flat white');
  await sale.setQuantity('3');
  await sale.add('Apples, Ingrid Marie');
  await sale.add('Kanelbulle');
  await sale.discountSale(10);
  await sale.charge.click();
  await payment.reach('waiting');
  await seqr.scanAndPay(await payment.code());
  await payment.reach('paid');
  await payment.nextSale.click();
  await sale.lastReceipt.click();
  await refund.open();
  await shoot('refund-whole');
  const send = async (fault: string | null): Promise<void> => {
    if (fault !== null) await seqr.fault('refundPayment', fault);
    await refund.reason.fill('Goods returned');
    await refund.pin.fill(pin);
    await refund.send.click();
  };
  await refund.choose('Rows');
  await refund.more('Flat white').click();
  await refund.quickReason('Goods returned').click();
  await shoot('refund-rows');
  await send('delay:9000:after');
  await disbursement.reach('sending');
  await till.page.getByText('SEQR is slow to answer.').waitFor();
  await shoot('refund-sending');
  await disbursement.reach('done');
  await shoot('refund-done');
  await disbursement.showInJournal.click();
  await shoot('journal-return');
  await till.page
    .getByRole('button', { name: /^Receipt \d+$/ })
    .last()
    .click();
  await shoot('journal-refunded');
  await refund.open();
  await refund.choose('Amount');
  await refund.amount.fill('20');
  await shoot('refund-amount');
  await send('result:99');
  await disbursement.reach('refused');
  await shoot('refund-refused');
  await disbursement.back.click();
  await send('drop:after');
  await disbursement.reach('unknown');
  await shoot('refund-unknown');
  await disbursement.goOn.click();
  await till.unresolved.click();
  await till.page.getByRole('button', { name: 'SEQR has answered' }).click();
  await shoot('refund-resolve');
  await till.page.getByRole('button', { name: 'Close', exact: true }).click();
  await payOut.open();
  await payOut.user.fill((await seqr.customers())[0]?.userId ?? '');
  await payOut.amount.fill('250');
  await payOut.pin.fill(pin);
  await payOut.send.click();
  await disbursement.reach('done');
  await shoot('pay-out-done');
  await disbursement.done.click();
  await payOut.user.fill('user_7');
  await payOut.description.fill('Prize no. 7');
  await shoot('pay-out');
}
