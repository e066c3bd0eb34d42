import type { CustomerDisplay } from '../../e2e/support/pages/payment-page.ts';
import { readQr } from '../../e2e/support/qr-reader.ts';
import type { Till } from '../../e2e/support/till-driver.ts';
import type { Story } from './story.ts';

export interface Taken {
  /** As the till showed it: figures and a decimal point. */
  readonly charged: string;
  readonly receiptNumber: number;
}

/** From Charge to PAID: the till shows a code, the customer's phone scans and pays it. */
export async function takePayment(story: Story, till: Till, display: CustomerDisplay): Promise<Taken> {
  const { page, sale, payment } = till;
  await story.tell('charging', 'Clicks Charge: SEQR has the invoice, the till shows its code', async (show) => {
    await sale.charge.click();
    await payment.reach('waiting');
    show(page);
  });
  const charged = figures(await payment.amount.innerText());
  await story.tell('display-charging', "So does the customer's display", async (show) => {
    await display.in('waiting').waitFor();
    show(display.page);
  });
  const phone = await story.tell('phone', "Opens the customer's phone beside the till", async (show) => {
    await payment.openPhone.click();
    const opened = await till.phone();
    await opened.scanButton.waitFor();
    show(opened.page);
    return opened;
  });
  await story.tell('phone-bill', 'The customer scans the code on the till and reads what it costs', async (show) => {
    // From the pixels on the till's screen, as a camera would.
    const code = await readQr(payment.qr);
    if (code === null) throw new Error('the code on the till cannot be read');
    await phone.scan(code);
    await phone.at('scanned');
    show(phone.page);
  });
  await story.tell('phone-pin', 'The customer types a PIN', async (show) => {
    await phone.enterPin('1357');
    show(phone.page);
  });
  await story.tell('paid', 'The customer touches Pay: the till notices and says PAID', async (show) => {
    await phone.payButton.click();
    await payment.reach('paid');
    await payment.paper.waitFor();
    show(page);
  });
  const receiptNumber = Number(/\d+/.exec(await payment.paper.innerText())?.[0]);
  const lastSix = await payment.lastSix.innerText();
  await story.tell('phone-paid', `The phone shows the same reference: ${lastSix}`, async (show) => {
    await phone.at('paid');
    await phone.reference.filter({ hasText: lastSix }).waitFor();
    show(phone.page);
  });
  await story.tell('display-paid', 'The display thanks the customer', async (show) => {
    await display.in('paid').waitFor();
    show(display.page);
  });
  await story.tell('next-sale', 'Clicks "Next sale": an empty sale, the last receipt one touch away', async (show) => {
    await payment.nextSale.click();
    await sale.lastReceipt.waitFor();
    show(page);
  });
  return { charged, receiptNumber };
}

function figures(text: string): string {
  return text.replace(/[^\d.]/g, '');
}
