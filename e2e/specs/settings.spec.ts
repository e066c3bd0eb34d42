/** What is dangerous lies behind the owner's PIN, and waits until no payment hangs on it (PF-24). */
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { charge } from './steps.ts';

const { pin } = SAMPLE_ANSWERS.owner;
const NEW_SEQR_ID = '990011223344';

test('another SEQR id, behind the PIN: the code on the next payment is the new one', async ({ till, seqr }) => {
  const { settings, page, payment, sale } = till;
  await settings.open('SEQR terminal');
  await expect(settings.button('Assign another SEQR id')).toBeHidden();
  await settings.enterPin('9999');
  await expect(page.getByRole('alert')).toContainText('That is not the owner’s PIN.');
  await settings.enterPin(pin);
  await settings.field('New SEQR id').fill(NEW_SEQR_ID);
  await settings.button('Assign another SEQR id').click();
  await expect(page.getByText(`SEQR has given this terminal the id ${NEW_SEQR_ID}.`)).toBeVisible();
  expect((await seqr.terminals()).filter((terminal) => terminal.seqrId === NEW_SEQR_ID)).toHaveLength(1);
  await page.getByRole('button', { name: 'Sale', exact: true }).click();
  await sale.ringUp('500');
  await sale.charge.click();
  await payment.reach('waiting');
  expect(await payment.code()).toBe(`HTTP://SEQR.SE/Q${NEW_SEQR_ID}`);
  // The terminal is the other tests' too.
  await payment.cancel.click();
  await payment.reach('cancelled');
  const back = await till.intent({ kind: 'terminal.assignSeqrId', pin, seqrId: SAMPLE_ANSWERS.seqrId });
  expect(back.ok).toBe(true);
});

test('what SEQR is told with every call: as its interface text asks, or as its certification sheet does', async ({ till, seqr }) => {
  const { settings, page } = till;
  const { appVersion } = await till.snapshot();
  const contextOf = async (): Promise<string> => {
    const sent = (await seqr.messages()).findLast(({ operation }) => operation === 'sendInvoice');
    return /<context>.*<\/context>/s.exec(sent?.request ?? '')?.[0] ?? '';
  };
  await charge(till);
  expect(await contextOf()).toContain(`<clientId>Kassa ${appVersion}</clientId>`);
  await till.payment.cancel.click();
  await till.payment.reach('cancelled');
  await till.payment.backToSale.click();

  await settings.open('SEQR terminal');
  await settings.enterPin(pin);
  await page.getByText('As SEQR’s certification sheet asks', { exact: true }).click();
  await settings.button('Save').click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Sale', exact: true }).click();
  await till.sale.charge.click();
  await till.payment.reach('waiting');
  const { payment, shop } = await till.snapshot();
  const context = await contextOf();
  expect(context).toContain(`<clientId>${shop.name}</clientId>`);
  expect(context).toContain(`<clientReference>Kassa ${appVersion} ${payment?.correlationId ?? ''}</clientReference>`);
  await till.payment.cancel.click();
  await till.payment.reach('cancelled');
});

test('while a payment is open the terminal can be neither changed nor unregistered', async ({ till }) => {
  await charge(till);
  const refused = { ok: false, problem: { code: 'terminal.attempt-open' } };
  expect(await till.intent({ kind: 'terminal.unregister', pin })).toEqual(refused);
  expect(await till.intent({ kind: 'terminal.assignSeqrId', pin, seqrId: NEW_SEQR_ID })).toEqual(refused);
  expect(await till.intent({ kind: 'setup.practise' })).toMatchObject({ ok: false });
  await expect(till.payment.in('waiting')).toBeVisible();
});

test('wrong PINs lock the door for a while', async ({ newTill: till }) => {
  const answers: string[] = [];
  for (let tries = 0; tries < 12; tries += 1) {
    const answer = await till.intent({ kind: 'owner.check', pin: '9999' });
    answers.push(answer.ok ? 'open' : answer.problem.code);
  }
  expect(answers[0]).toBe('pin.wrong');
  expect(answers.at(-1)).toBe('pin.locked');
  expect(await till.intent({ kind: 'owner.check', pin })).toMatchObject({ ok: false, problem: { code: 'pin.locked' } });
});

test('a forgotten PIN is chosen anew with the recovery code, and a new code comes with it', async ({ newTill: till }) => {
  const { settings, page } = till;
  const made = await till.intent({ kind: 'owner.newCode', pin });
  const code = made.ok ? (made.detail ?? '') : '';
  await settings.open('Owner');
  await settings.button('Forgotten the PIN?').click();
  await settings.field('Recovery code').fill('00000-00000-00000-00000');
  await settings.field('New owner’s PIN').fill('8642');
  await settings.field('The same PIN again').fill('8642');
  await settings.button('Choose this PIN').click();
  await expect(page.getByRole('alert')).toContainText('That is not the recovery code of this till.');
  await settings.field('Recovery code').fill(code.toLowerCase());
  await settings.button('Choose this PIN').click();
  await expect(page.getByTestId('recovery-code')).not.toHaveText(code);
  await settings.button('I have the code').click();
  await settings.field('New owner’s PIN').fill(pin);
  await settings.field('The same PIN again').fill(pin);
  await settings.button('Change the PIN').click();
  await expect(page.getByText('The new PIN holds from now on.')).toBeVisible();
  expect(await till.intent({ kind: 'owner.check', pin })).toEqual({ ok: true });
});

test('language and appearance change at once and outlive a restart', async ({ till, restart }) => {
  const { settings, page } = till;
  await settings.open('Screen');
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByText('Svenska', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sv');
  await till.end();
  const again = await restart();
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(again.page.getByRole('button', { name: 'Ta betalt' })).toBeVisible();
});

test('health says what is good and what to do about what is not', async ({ newTill: till, seqr }) => {
  const { page, settings } = till;
  await settings.open('Health');
  // Looked at when the set-up was finished or the till was started, without being asked to.
  for (const check of ['registered', 'password', 'disk', 'attempts', 'journal']) {
    await expect(page.locator(`[data-testid=check][data-check=${check}]`), check).toHaveAttribute('data-state', 'good');
  }
  await seqr.fault('getPaymentStatus', 'result:20', 2);
  await settings.button('Check now').click();
  const password = page.locator('[data-testid=check][data-check=password]');
  await expect(password).toHaveAttribute('data-state', 'bad');
  await expect(password).toContainText('SEQR did not accept the password');
});
