import type { Snapshot } from '../../../src/contract/index.ts';
import { payFor } from './customer.ts';
import { WentWrong, PIN, RESELLER } from './hands.ts';
import type { Hands } from './hands.ts';

/** More than there are pages, with some to be answered twice. */
const MAX_PAGES = 40;

/** Goes on with the wizard from wherever it stands, to its end. */
export async function setUp(hands: Hands): Promise<void> {
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const seen = await hands.look();
    if (seen.setup.done) return;
    await answer(hands, seen);
  }
  throw new WentWrong('the wizard does not come to an end');
}

async function answer(hands: Hands, { setup, payment, mode }: Snapshot): Promise<void> {
  const { must, next } = hands;
  // After a restart the owner has to be there again.
  if (setup.locked) return must({ kind: 'owner.check', pin: PIN });
  if (mode === 'unset' || setup.step === 'service')
    return must({ kind: 'setup.service', service: { kind: 'endpoint', endpoint: hands.shop.seqr.soap } });
  switch (setup.step) {
    case 'business': {
      const vat = { currency: 'SEK' as const, vatRates: [2500, 1200, 600, 0], defaultVatRate: 2500 };
      return must({ kind: 'setup.business', name: 'Café Ankan', organisationNumber: '556677-8899', address: ['Storgatan 1'], ...vat });
    }
    case 'owner':
      // Killed between the PIN and the rest of the page, the PIN is known already.
      return must({ kind: 'setup.owner', pin: PIN, pinAgain: PIN, pinNow: PIN, cashierNumber: '7', cashierName: 'Anna' });
    case 'reseller':
      return must({ kind: 'setup.reseller', ...RESELLER, consent: true });
    case 'terminal':
      if (!setup.reseller.passwordGiven && setup.terminal.terminalId === null) {
        await must({ kind: 'setup.go', step: 'reseller' });
        return must({ kind: 'setup.reseller', ...RESELLER, consent: true });
      }
      return must({ kind: 'setup.terminal', name: 'Till 1', externalTerminalId: `Ankan/${next()}` });
    case 'seqrId':
      return must({ kind: 'setup.assignSeqrId', seqrId: `7700${next()}` });
    case 'sticker':
      return must({ kind: 'setup.stickerDone' });
    case 'testPayment':
      if (setup.testPaid) return must({ kind: 'setup.finish' });
      if (payment === null) return must({ kind: 'setup.testPayment' });
      return testPayment(hands, payment);
  }
}

/** 1.00, paid by somebody who stands beside the till. */
async function testPayment(hands: Hands, { screen, attemptId, stateNumber, actions }: NonNullable<Snapshot['payment']>): Promise<void> {
  if (screen.kind === 'waiting') await payFor(hands);
  else if (actions.dismiss) await hands.must({ kind: 'payment.dismiss', attemptId, stateNumber });
  else if (actions.giveUp) await hands.must({ kind: 'payment.giveUp', attemptId, stateNumber });
  await hands.pass(1_000);
}
