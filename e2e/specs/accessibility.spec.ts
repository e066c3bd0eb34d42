/**
 * The running application by axe's rules, in both themes, where its windows meet: the sale, the customer's display, a
 * payment. Every other screen is looked at in the gallery (gallery.spec.ts).
 */
import { bringAxe, findings, whenDrawn } from '../support/axe.ts';
import { done } from '../support/ready-shop.ts';
import type { Till } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { charge } from './steps.ts';

async function expectAccessible(till: Pick<Till, 'intent' | 'page'>, what: string, page = till.page): Promise<void> {
  await bringAxe(page);
  for (const theme of ['light', 'dark'] as const) {
    await done(till, { kind: 'preferences.change', patch: { theme } });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await whenDrawn(page);
    expect(await findings(page, theme), `${what}, ${theme}`).toEqual([]);
  }
}

test('axe sees what it is shown: a button without a name, grey on grey', async ({ till }) => {
  await bringAxe(till.page);
  await till.page.evaluate(() => {
    document.querySelector('main')?.insertAdjacentHTML('beforeend', '<button></button><p>faint</p>');
    const faint = document.querySelector<HTMLElement>('main > p:last-child');
    if (faint !== null) Object.assign(faint.style, { color: '#999', background: '#aaa', position: 'fixed', inset: '0' });
  });
  expect((await findings(till.page, 'light')).join()).toContain('button-name');
  expect((await findings(till.page, 'dark')).join()).toContain('color-contrast');
});

test('the sale and the customer’s display', async ({ till }) => {
  const { sale } = till;
  await expectAccessible(till, 'empty sale');
  const display = await till.openCustomerDisplay();
  await expectAccessible(till, 'customer, idle', display.page);
  await sale.add('Flat white');
  await sale.discountRow(10);
  await sale.add('Apples, Ingrid Marie');
  await expectAccessible(till, 'sale');
  await expect(display.in('sale')).toBeVisible();
  await expectAccessible(till, 'customer, sale', display.page);
});

test('a payment, from the code to PAID', async ({ till, seqr }) => {
  const { payment } = till;
  const display = await till.openCustomerDisplay();
  const code = await charge(till);
  await expectAccessible(till, 'waiting');
  await expectAccessible(till, 'customer, waiting', display.page);
  await seqr.scanAndPay(code);
  await payment.reach('paid');
  await expectAccessible(till, 'paid');
  await expectAccessible(till, 'customer, paid', display.page);
});
