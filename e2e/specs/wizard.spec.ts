/** From an empty folder to a paid sale with its receipt, against a SEQR in a process of its own. */
import { readQr } from '../support/qr-reader.ts';
import type { SimulatorProcess } from '../support/simulator-process.ts';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import type { Till } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { expectOneReceipt, receiptsFor } from './steps.ts';

const { business, owner, reseller, terminal } = SAMPLE_ANSWERS;
/** SEQR gives an id to one terminal only; the sample's own belongs to the till that is set up already. */
const SEQR_ID = '881234567801';
const ANOTHER_SEQR_ID = '881234567802';

async function wizardToTerminal({ wizard }: Till, seqr: SimulatorProcess): Promise<void> {
  await wizard.connect(seqr.soap);
  await wizard.continue.click();
  await wizard.at('business');
  await wizard.fillBusiness(business);
  await wizard.continue.click();
  await wizard.at('owner');
  await wizard.fillOwner(owner);
  await wizard.continue.click();
  await wizard.keepCode();
  await wizard.at('reseller');
  await wizard.fillReseller(reseller);
  await wizard.consent.click();
  await wizard.continue.click();
  await wizard.at('terminal');
}

/** A sale with every kind of row. @returns SEQR's reference of its invoice */
async function sellAllKinds(till: Till, seqr: SimulatorProcess): Promise<string> {
  const { sale, payment } = till;
  await sale.add('Flat white');
  await sale.discountRow(10);
  await sale.add('Apples, Ingrid Marie');
  await sale.setQuantity('0.45');
  await expect(sale.row('Apples')).toContainText('0.45 kg × 34.90 / kg');
  await sale.addFreeRow('Gift wrapping', '12.50');
  await sale.ringUp('9900');
  await sale.discountSale(5);
  // 48.00 − 4.80, 0.45 kg × 34.90 = 15.705 → 15.71, 12.50, 99.00 make 170.41; 5 % of that is 8.52.
  await expect(sale.total).toHaveText('161.89 SEK');
  await sale.charge.click();
  await payment.reach('waiting');
  expect(await readQr(payment.qr)).toBe(`HTTP://SEQR.SE/Q${SEQR_ID}`);
  const bill = await seqr.scan(await payment.code());
  expect(bill.totalAmount).toEqual({ currency: 'SEK', value: '161.89' });
  const rows = bill.rows.reduce((sum, row) => sum + Math.round(Number(row.itemTotalAmount?.value) * 100), 0);
  expect(rows).toBe(161_89);
  await seqr.pay(bill.invoiceReference);
  await payment.reach('paid');
  return bill.invoiceReference;
}

test('from an empty folder through the wizard to a paid sale, its receipt, and SEQR’s copy of it', async ({ freshTill: till, seqr }) => {
  const { wizard, payment, journal } = till;
  await wizardToTerminal(till, seqr);
  await wizard.fillTerminal(terminal);
  await wizard.continue.click();
  await wizard.at('seqrId');
  await wizard.fillSeqrId(SEQR_ID);
  await wizard.continue.click();
  await wizard.at('sticker');
  const registered = (await seqr.terminals()).filter((each) => each.seqrId === SEQR_ID);
  expect(registered).toMatchObject([{ resellerId: 'public_test_shop', name: 'Till 1', externalTerminalId: 'Ankan/1' }]);
  await wizard.continue.click();
  await wizard.at('testPayment');
  await wizard.charge.click();
  await payment.reach('waiting');
  await expect(payment.amount).toHaveText('1.00 SEK');
  await seqr.scanAndPay(await payment.code());
  await expect(wizard.testPaid).toContainText('SEQR said PAID for 1.00 SEK.');
  await wizard.startSelling.click();
  await expect(till.sale.charge).toBeDisabled();
  await expect(till.practiceBand).toBeHidden();
  // What was checked while there was no terminal yet is not what health says now.
  const registration = async (): Promise<string | undefined> =>
    (await till.snapshot()).health.find((item) => item.check === 'registered')?.state;
  await expect.poll(registration).toBe('good');

  const invoiceReference = await sellAllKinds(till, seqr);
  const { ersReference } = await seqr.invoice(invoiceReference);
  await expect(payment.screen).toContainText('Hand over the goods.');
  await expect(payment.lastSix).toHaveText(`…${ersReference?.slice(-6) ?? 'nothing'}`);
  await payment.nextSale.click();
  const number = await expectOneReceipt(till, seqr, invoiceReference);
  await journal.open();
  await journal.row(number).click();
  await expect(journal.receipt(number)).toContainText(ersReference ?? 'nothing');
  await expect(journal.receipt(number)).toContainText('Gift wrapping');
  await expect(journal.receipt(number)).not.toContainText('ÖVNING');

  const submitted = async (): Promise<string> => {
    const mine = (await seqr.receipts()).find((each) => each.ersReference === ersReference);
    return Buffer.from(mine?.receiptDocument.receiptData ?? '', 'base64').toString('utf8');
  };
  await expect.poll(submitted).toContain(ersReference);
  expect(await submitted()).toContain('Café Ankan');
});

test('the wizard asks for consent before passwords are stored unprotected, and goes on only with it', async ({ freshTill: till, seqr }) => {
  const { wizard, page } = till;
  await wizard.connect(seqr.soap);
  await wizard.continue.click();
  await wizard.at('business');
  await wizard.fillBusiness({ ...business, organisationNumber: '556677-8890' });
  await wizard.continue.click();
  await expect(page.getByText('Ten digits, like 556677-8899. These do not add up.')).toBeVisible();
  await wizard.fillBusiness(business);
  await wizard.continue.click();
  await wizard.at('owner');
  await wizard.fillOwner({ ...owner, pin: '1111' });
  await wizard.continue.click();
  await expect(page.getByText(/^Too easy to guess/)).toBeVisible();
  await wizard.fillOwner(owner);
  await wizard.continue.click();
  await wizard.keepCode();
  await wizard.at('reseller');
  await wizard.fillReseller(reseller);
  const protection = (await till.snapshot()).setup.secrets.protection;
  test.info().annotations.push({ type: 'secrets', description: protection });
  await wizard.continue.click();
  if (protection === 'none') {
    await expect(page.getByText('Without this the passwords cannot be stored.')).toBeVisible();
    await wizard.consent.click();
    await wizard.continue.click();
  }
  await wizard.at('terminal');
});

test('what SEQR refuses is said with what to do, and nothing half-registered is forgotten', async ({ freshTill: till, seqr, start }) => {
  const { wizard, page } = till;
  await wizard.connect('http://192.0.2.1/soap');
  await wizard.continue.click();
  await expect(page.getByText(/must begin with https/)).toBeVisible();
  await wizardToTerminal(till, seqr);
  await wizard.fillTerminal(terminal);
  await seqr.fault('registerTerminal', 'result:20');
  await wizard.continue.click();
  await expect(page.getByRole('alert').filter({ hasText: 'SEQR did not accept the password (code 20).' })).toBeVisible();
  await wizard.continue.click();
  await wizard.at('seqrId');
  await wizard.fillSeqrId(ANOTHER_SEQR_ID);
  await seqr.fault('assignSeqrId', 'result:53');
  await wizard.continue.click();
  await expect(page.getByRole('alert').filter({ hasText: 'or another terminal has it (code 53).' })).toBeVisible();
  const { terminalId } = (await till.snapshot()).setup.terminal;
  await till.kill();
  const again = await start();
  await again.wizard.at('locked');
  await again.wizard.unlock(owner.pin);
  await again.wizard.at('seqrId');
  expect((await again.snapshot()).setup.terminal.terminalId).toBe(terminalId);
  await again.wizard.fillSeqrId(ANOTHER_SEQR_ID);
  await again.wizard.continue.click();
  await again.wizard.at('sticker');
  expect(await receiptsFor(again, '')).toEqual([]);
});
