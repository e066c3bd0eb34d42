import type { Intent } from '../../contract/intents.ts';
import { mustDo } from './till-harness.ts';
import type { TillHarness } from './till-harness.ts';

/** The owner's PIN of the shop of {@link setUpLive}. */
export const SHOP_PIN = '4711';

/** What is pressed on a page of the wizard, for a till of the real service: the simulator, under its own address. */
export function pageAnswer({ simulator, till }: Pick<TillHarness, 'simulator' | 'till'>, seqrId = 'FISK01'): Intent {
  const { step } = till().snapshot().setup;
  switch (step) {
    case 'service':
      return { kind: 'setup.service', service: { kind: 'endpoint', endpoint: simulator.soapUrl } };
    case 'business':
      return {
        kind: 'setup.business',
        name: 'Fisk & Co',
        organisationNumber: '556016-0680',
        address: ['Kajen 1', '111 22 Stockholm'],
        currency: 'SEK',
        vatRates: [2_500, 1_200, 600, 0],
        defaultVatRate: 600,
      };
    case 'owner':
      return { kind: 'setup.owner', pin: SHOP_PIN, pinAgain: SHOP_PIN, cashierNumber: '7', cashierName: 'Anna' };
    case 'reseller':
      return { kind: 'setup.reseller', id: 'fredellsfisk', userId: '9900', password: '2009', consent: false };
    case 'terminal':
      return { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' };
    case 'seqrId':
      return { kind: 'setup.assignSeqrId', seqrId };
    case 'sticker':
      return { kind: 'setup.stickerDone' };
    case 'testPayment':
      return till().snapshot().setup.testPaid ? { kind: 'setup.finish' } : { kind: 'setup.testPayment' };
  }
}

/** The customer scans the terminal's code and pays. */
export function payAt({ simulator, till }: Pick<TillHarness, 'simulator' | 'till'>): void {
  const scan = simulator.world.phone.scan(`HTTP://SEQR.SE/Q${till().snapshot().setup.seqrId ?? ''}`);
  if (!scan.ok) throw new Error(scan.error);
  simulator.world.phone.pay(scan.value.invoiceReference);
}

/** Answers the page of the wizard that is up, the test payment included. */
export async function answerPage(harness: TillHarness, seqrId?: string): Promise<void> {
  const page = pageAnswer(harness, seqrId);
  await mustDo(harness, page);
  if (page.kind !== 'setup.testPayment') return;
  await harness.until(({ payment }) => payment?.test === true && payment.screen.kind === 'waiting');
  payAt(harness);
  await harness.until(({ setup }) => setup.testPaid);
}

/** Sets a new till up with the simulator as the real service, so that it can sell. */
export async function setUpLive(harness: TillHarness, seqrId?: string): Promise<void> {
  while (!harness.till().snapshot().setup.done) await answerPage(harness, seqrId);
}

/** Rings up 99.00 and charges it. */
export async function chargeSale(harness: TillHarness): Promise<void> {
  await mustDo(harness, { kind: 'sale.addAmount', minor: 9_900 });
  await mustDo(harness, { kind: 'sale.charge', revision: harness.till().snapshot().sale.revision });
  await harness.until(({ payment }) => payment?.screen.kind === 'waiting');
}

type StoredSettings = Record<string, unknown> & { readonly live: Record<string, unknown> };

/** Changes the settings on the disk as damage does, for the next start. */
export function damageSettings(harness: TillHarness, change: (settings: StoredSettings) => void): void {
  const settings = JSON.parse(harness.settings()) as StoredSettings;
  change(settings);
  harness.laySettings(JSON.stringify(settings));
}
