/** The wizard's pages by the words that stand on them. */
import type { Locator, Page } from '@playwright/test';

export type WizardStep =
  | 'service'
  | 'business'
  | 'owner'
  | 'reseller'
  | 'terminal'
  | 'seqrId'
  | 'sticker'
  | 'testPayment'
  | 'ready'
  | 'locked'
  | 'recovery';

export interface WizardAnswers {
  readonly business: { readonly name: string; readonly organisationNumber: string; readonly street: string; readonly town: string };
  readonly owner: { readonly pin: string; readonly cashierNumber: string; readonly cashierName: string };
  readonly reseller: { readonly id: string; readonly userId: string; readonly password: string };
  readonly terminal: { readonly name: string; readonly externalTerminalId: string };
  readonly seqrId: string;
}

/** A café that exists nowhere, with the account that SEQR published for tests. */
export const SAMPLE_ANSWERS: WizardAnswers = {
  business: { name: 'Café Ankan', organisationNumber: '556677-8899', street: 'Storgatan 1', town: '111 22 Stockholm' },
  owner: { pin: '2580', cashierNumber: '7', cashierName: 'Anna' },
  reseller: { id: 'public_test_shop', userId: '9900', password: '1234' },
  terminal: { name: 'Till 1', externalTerminalId: 'Ankan/1' },
  seqrId: '770077123456',
};

export interface WizardPage {
  /** The page that is shown; `data-step` says which. */
  readonly page: Locator;
  /** Resolves when `step` is on screen. */
  readonly at: (step: WizardStep) => Promise<void>;
  readonly continue: Locator;
  readonly back: Locator;
  readonly practise: Locator;
  readonly startSelling: Locator;
  /** Charge 1.00, on the last page. */
  readonly charge: Locator;
  /** Shown once the test payment is paid. */
  readonly testPaid: Locator;
  readonly saveSticker: Locator;
  /** The recovery code that is shown once, after the owner's page. */
  readonly recoveryCode: Locator;
  /** Reads it and goes on. */
  readonly keepCode: () => Promise<string>;
  /** Gives the owner's PIN to a set-up that was begun in an earlier run. */
  readonly unlock: (pin: string) => Promise<void>;
  readonly field: (label: string) => Locator;
  readonly connect: (endpoint: string) => Promise<void>;
  readonly fillBusiness: (answers: WizardAnswers['business']) => Promise<void>;
  readonly fillOwner: (answers: WizardAnswers['owner']) => Promise<void>;
  /** Where the system cannot protect passwords the box that says so. */
  readonly consent: Locator;
  readonly fillReseller: (answers: WizardAnswers['reseller']) => Promise<void>;
  readonly fillTerminal: (answers: WizardAnswers['terminal']) => Promise<void>;
  readonly fillSeqrId: (seqrId: string) => Promise<void>;
}

export function wizardPage(page: Page): WizardPage {
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });
  const field = (label: string): Locator => page.getByLabel(label, { exact: true });
  const shown = page.getByTestId('wizard-step');
  return {
    page: shown,
    at: (step) => page.locator(`[data-testid=wizard-step][data-step=${step}]`).waitFor(),
    continue: button('Continue'),
    back: button('Back'),
    practise: button('Practise first'),
    startSelling: button('Start selling'),
    charge: button(/^Charge /),
    testPaid: page.getByTestId('setup-paid'),
    saveSticker: button('Save sticker as PDF'),
    recoveryCode: page.getByTestId('recovery-code'),
    async keepCode() {
      const code = (await page.getByTestId('recovery-code').textContent()) ?? '';
      await button('I have the code').click();
      return code;
    },
    async unlock(pin) {
      await field('Owner’s PIN').fill(pin);
      await button('Go on').click();
    },
    field,
    async connect(endpoint) {
      await button('Connect to SEQR').click();
      await field('Address of the service').fill(endpoint);
    },
    async fillBusiness({ name, organisationNumber, street, town }) {
      await field('Name of the business').fill(name);
      await field('Organisation number').fill(organisationNumber);
      await field('Street address').fill(street);
      await field('Postal code and town').fill(town);
    },
    async fillOwner({ pin, cashierNumber, cashierName }) {
      await field('Owner’s PIN').fill(pin);
      await field('The same PIN again').fill(pin);
      await field('Cashier number').fill(cashierNumber);
      await field('Cashier name').fill(cashierName);
    },
    consent: page.getByText('Store the SEQR passwords on this computer without protection'),
    async fillReseller({ id, userId, password }) {
      await field('Reseller id').fill(id);
      await field('User id').fill(userId);
      await field('Password').fill(password);
    },
    async fillTerminal({ name, externalTerminalId }) {
      await field('Terminal name').fill(name);
      await field('External id').fill(externalTerminalId);
    },
    fillSeqrId: (seqrId) => field('SEQR id').fill(seqrId),
  };
}
