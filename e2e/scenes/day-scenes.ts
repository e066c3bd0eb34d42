/** The day and its close, from the question to what differs; SEQR's reports. */
import type { SimulatorProcess } from '../support/simulator-process.ts';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';
import type { Shoot } from './camera.ts';

/** SEQR writes its report for as long as the pictures are taken. */
const AS_LONG_AS_IT_TAKES = 500;

export async function dayScenes(till: Till, shoot: Shoot, seqr: SimulatorProcess): Promise<void> {
  const { day, page, sale, payment } = till;
  const { password } = SAMPLE_ANSWERS.reseller;
  await seqr.noFaults();
  await day.open();
  await shoot('day');
  await day.password.fill('wrong');
  await page.getByText('Keep the password on this machine').click();
  await day.field('Owner’s PIN, to keep it').fill(SAMPLE_ANSWERS.owner.pin);
  await day.closeTheDay.click();
  await day.closing('notMarked');
  await shoot('close-wrong-password');
  await seqr.fault('markTransactionPeriod', 'drop:before', 2);
  await day.password.fill(password);
  await day.closeTheDay.click();
  await day.closing('markLost');
  await shoot('close-mark-lost');
  await seqr.fault('executeReport', 'result:2', AS_LONG_AS_IT_TAKES);
  await day.button('Mark the day again').click();
  await day.closing('waiting');
  await page.getByText('Asked').waitFor();
  await shoot('close-waiting');
  await seqr.noFaults();
  await day.result(1).waitFor();
  await shoot('close-result');
  await day.button('Back to the day').click();

  // A payment that stands at SEQR and that the till was never told of.
  await page.getByRole('button', { name: 'Sale', exact: true }).click();
  await sale.ringUp('7700');
  await sale.charge.click();
  await payment.reach('waiting');
  const code = await payment.code();
  await seqr.fault('getPaymentStatus', 'result:29', 8);
  await seqr.fault('getPaymentStatus', 'drop:after');
  await seqr.fault('getPaymentStatus', 'result:29', 10 * AS_LONG_AS_IT_TAKES);
  await seqr.scanAndPay(code);
  while ((await seqr.faults()).length > 1) await new Promise((resolve) => setTimeout(resolve, 500));
  await payment.reach('unknown');
  await payment.setAside.click();
  await day.open();
  await day.password.fill(password);
  await day.closeTheDay.click();
  await day.result(2).waitFor();
  await shoot('close-differs');
  await day.stillOpen.getByRole('button').click();
  await page.getByRole('dialog').waitFor();
  await shoot('close-attach');
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await day.button('Back to the day').click();
  await shoot('day-with-closes');
  await seqr.noFaults();

  await day.button('SEQR’s reports').click();
  await shoot('reports');
  await page.getByLabel('Reseller’s password').fill(password);
  await day.button('Run the report').click();
  await day.report.waitFor();
  await shoot('report');
}
