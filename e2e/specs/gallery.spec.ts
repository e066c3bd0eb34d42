/**
 * Every screen by axe's rules, in both themes: names, roles, contrast, order. Drawn from samples, without a till;
 * accessibility.spec.ts looks at the running application.
 */
import { SAMPLES } from '../../renderer/dev/samples.ts';
import { findings } from '../support/axe.ts';
import type { Gallery } from '../support/gallery.ts';
import { MENU_DIALOGS } from '../support/pages/sale-page.ts';
import type { MenuEntry } from '../support/pages/sale-page.ts';
import { expectWaysOfItems, expectWaysOfLines } from '../support/ways-out.ts';
import { expect, test } from './fixture.ts';

// In one worker: the gallery is built and opened once.
test.describe.configure({ mode: 'default' });

const PIN = '2580';

async function expectAccessible(gallery: Gallery, what: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await gallery.setTheme(theme);
    expect(await findings(gallery.page, theme), `${what}, ${theme}`).toEqual([]);
  }
}

/** By what the samples' names begin with; what fits nowhere comes last. */
const GROUPS = ['sale', 'wizard', 'settings', 'waiting', 'reserved', 'day', 'refund'];
const groupOf = (sample: string): string => GROUPS.find((group) => sample === group || sample.startsWith(`${group}-`)) ?? 'others';

for (const [group, samples] of Object.entries(Object.groupBy(Object.keys(SAMPLES), groupOf))) {
  test(`the cashier’s window: ${group}`, async ({ gallery }) => {
    await gallery.take('cashier');
    for (const sample of samples ?? []) {
      await gallery.show(sample);
      await expectAccessible(gallery, sample);
    }
  });
}

test('the customer’s display', async ({ gallery }) => {
  await gallery.take('customer');
  for (const sample of [
    'sale-empty',
    'sale',
    'sale-many',
    'sending',
    'waiting',
    'confirming',
    'cancelling',
    'reserved',
    'paid',
    'cancelled',
    'failed',
    'unknown',
  ]) {
    await gallery.show(sample);
    await expectAccessible(gallery, sample);
  }
});

/** A dialog under the latest close. */
const askedAtTheClose =
  (button: string) =>
  async ({ day, page }: Gallery): Promise<void> => {
    await day.earlier(2).click();
    await day.button(button).click();
    await page.getByRole('dialog').waitFor();
  };

/** What only a press, a key or an entry shows: on which sample, and how it comes there. */
const REACHED: Readonly<
  Record<string, readonly (readonly [what: string, sample: string, reach: (gallery: Gallery) => Promise<unknown>])[]>
> = {
  'the dialogs of the sale': [
    ...(Object.keys(MENU_DIALOGS) as MenuEntry[]).map((entry) => [entry, 'sale', ({ sale }: Gallery) => sale.choose(entry)] as const),
    [
      'open a tab',
      'sale',
      async ({ page }) => {
        await page.keyboard.press('F7');
        await page.getByRole('dialog').waitFor();
      },
    ],
  ],
  'the lists of the title row': [
    ['unresolved', 'unresolved', ({ unresolved, unresolvedItems }) => unresolved.click().then(() => unresolvedItems.first().waitFor())],
    [
      'unresolved, resolving',
      'unresolved-resolving',
      async ({ unresolved, page }) => {
        await unresolved.click();
        await page.getByRole('button', { name: 'SEQR has answered' }).click();
        await page.getByRole('group', { name: 'SEQR has answered' }).waitFor();
      },
    ],
    [
      'unresolved, closed by a supervisor',
      'unresolved-give-back',
      async ({ unresolved, page }) => {
        await unresolved.click();
        await page.getByRole('button', { name: 'Close it as supervisor' }).first().click();
        await page.getByText('The customer has it otherwise').click();
      },
    ],
    ['list of tabs', 'tabs', ({ tabs }) => tabs.button.click().then(() => tabs.lines.first().waitFor())],
  ],
  'money that goes back': [
    [
      'refund, rows',
      'refund',
      async ({ refund }) => {
        await refund.choose('Rows');
        await refund
          .row('')
          .first()
          .getByRole('button', { name: /^All of / })
          .click();
      },
    ],
    [
      'refund, amount',
      'refund',
      async ({ refund }) => {
        await refund.choose('Amount');
        await refund.amount.fill('0.40');
      },
    ],
    [
      'pay-out, filled in',
      'pay-out',
      async ({ payOut }) => {
        await payOut.description.fill('no spaces');
        await payOut.user.fill('user_7');
      },
    ],
  ],
  'the close of day': [
    [
      'close, the question',
      'day',
      ({ page, day }) =>
        page
          .getByText('Keep the password on this machine')
          .click()
          .then(() => day.field('Owner’s PIN, to keep it').waitFor()),
    ],
    ['close, finishing without', 'day-held', ({ day }) => day.button('Finish without the report').click()],
    [
      'close, done',
      'day-closed',
      ({ day }) =>
        day
          .earlier(2)
          .click()
          .then(() => day.result(2).waitFor()),
    ],
    [
      'attach a payment',
      'day-closed',
      async ({ day, page }) => {
        await day.earlier(2).click();
        await day.stillOpen.getByRole('button', { name: 'Look into it' }).click();
        await page.getByRole('dialog').waitFor();
      },
    ],
    ['give back a payment that only SEQR lists', 'day-closed', askedAtTheClose('Give a payment back')],
    ['close a receipt as not paid', 'day-closed', askedAtTheClose('Close a receipt as not paid')],
    [
      'reports',
      'day-report',
      ({ day }) =>
        day
          .button('SEQR’s reports')
          .click()
          .then(() => day.report.waitFor()),
    ],
  ],
  'what lies behind a question or the owner’s PIN': [
    [
      'release?',
      'reserved',
      ({ payment }) =>
        payment
          .button('Release the reservation')
          .click()
          .then(() => payment.button('Keep it reserved').waitFor()),
    ],
    [
      'PIN, chosen anew',
      'settings-owner',
      ({ settings }) =>
        settings
          .button('Forgotten the PIN?')
          .click()
          .then(() => settings.field('Recovery code').waitFor()),
    ],
    [
      'business, not filled in',
      'wizard-new',
      ({ wizard, page }) => wizard.continue.click().then(() => page.locator('[aria-invalid=true]').first().waitFor()),
    ],
    ...(
      [
        ['Loyalty', 'loyalty', 'Save the cards'],
        ['Tabs', 'tabs', /^Save the /],
        ['SEQR terminal', 'terminal', 'Unregister this terminal'],
      ] as const
    ).map(
      ([name, section, shown]) =>
        [
          `${name}, open`,
          `settings-${section}`,
          async ({ settings, page }: Gallery) => {
            await settings.enterPin(PIN);
            await page.getByRole('button', { name: shown }).waitFor();
          },
        ] as const,
    ),
  ],
};

for (const [title, states] of Object.entries(REACHED)) {
  test(title, async ({ gallery }) => {
    await gallery.take('cashier');
    for (const [what, sample, reach] of states) {
      await gallery.show(sample);
      await reach(gallery);
      await expectAccessible(gallery, what);
    }
  });
}

test('every way out that the core offers has its button, and no other stands there (PF-30)', async ({ gallery }) => {
  await gallery.take('cashier');
  await expectWaysOfItems(gallery);
  await expectWaysOfLines(gallery);
});
