/** From an empty folder to a paid sale with its receipt, against a SEQR in a process of its own. */
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';

test('the wizard leads from an empty folder to a paid test payment', async ({ freshTill: till, seqr }) => {
  const { wizard, payment } = till;
  await wizard.connect(seqr.soap);
  await wizard.continue.click();
  await wizard.at('business');
  await wizard.fillBusiness(SAMPLE_ANSWERS.business);
  await wizard.continue.click();
  await wizard.at('owner');
  await wizard.fillOwner(SAMPLE_ANSWERS.owner);
  await wizard.continue.click();
  await wizard.at('reseller');
  await wizard.fillReseller(SAMPLE_ANSWERS.reseller);
  await wizard.consent.click();
  await wizard.continue.click();
  await wizard.at('terminal');
  await wizard.fillTerminal(SAMPLE_ANSWERS.terminal);
  await wizard.continue.click();
  await wizard.at('seqrId');
  await wizard.fillSeqrId(SAMPLE_ANSWERS.seqrId);
  await wizard.continue.click();
  await wizard.at('sticker');
  await wizard.continue.click();
  await wizard.at('testPayment');
  await wizard.charge.click();
  await payment.reach('waiting');
  await seqr.scanAndPay(await payment.code());
  await expect(wizard.testPaid).toBeVisible();
  await wizard.startSelling.click();
  await expect(till.sale.charge).toBeDisabled();
});
