import { rmSync } from 'node:fs';
import type { Intent } from '../../../contract/intents.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import { createHeldTill, ENDPOINT } from './held-till.ts';
import type { Ground, HeldTill } from './held-till.ts';

/* A shop whose till is held, and the people in it: the owner who sets it up, the cashier, the customer. */

export const PIN = '4711';
export const PASSWORD = '2009';
export const SEQR_ID = 'FISK01';

const BUSINESS = { name: 'Fisk & Co', organisationNumber: '556016-0680', address: ['Kajen 1'] };

/** The pages of the wizard, but for the payment. */
const PAGES: Readonly<Record<Exclude<Snapshot['setup']['step'], 'testPayment'>, Intent>> = {
  service: { kind: 'setup.service', service: { kind: 'endpoint', endpoint: ENDPOINT } },
  business: { kind: 'setup.business', ...BUSINESS, currency: 'SEK', vatRates: [2_500, 1_200], defaultVatRate: 1_200 },
  owner: { kind: 'setup.owner', pin: PIN, pinAgain: PIN, cashierNumber: '7', cashierName: 'Anna' },
  reseller: { kind: 'setup.reseller', id: 'fredellsfisk', userId: '9900', password: PASSWORD, consent: false },
  terminal: { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' },
  seqrId: { kind: 'setup.assignSeqrId', seqrId: SEQR_ID },
  sticker: { kind: 'setup.stickerDone' },
};

/** Throws if it is refused: a test that went on would fail somewhere else. */
export async function must(till: HeldTill, intent: Intent): Promise<void> {
  const result = await till.ask(intent);
  if (!result.ok) throw new Error(`${intent.kind} was refused with ${result.problem.code}`);
}

/** Lets time pass until what is shown is wanted. @returns false: it has not come in two minutes */
export async function until(till: HeldTill, wanted: (shown: Snapshot) => boolean): Promise<boolean> {
  for (let step = 0; step < 1_200; step += 1) {
    await till.settle();
    if (wanted(till.shown())) return true;
    await till.clock.advance(100);
  }
  return false;
}

/** The customer scans the till's code and pays. @returns false: there was nothing to scan */
export function pay(till: HeldTill): boolean {
  const { mode, setup } = till.shown();
  const { phone } = till.worlds[mode === 'practice' ? 'practice' : 'live'];
  const scan = phone.scan(`HTTP://SEQR.SE/Q${setup.seqrId ?? ''}`);
  if (scan.ok) phone.pay(scan.value.invoiceReference);
  return scan.ok;
}

export async function charge(till: HeldTill): Promise<void> {
  await must(till, { kind: 'sale.charge', revision: till.shown().sale.revision });
}

/** The payment on the screen is paid and put away. @returns false: it has not come to that */
export async function bePaid(till: HeldTill): Promise<boolean> {
  if (!(await until(till, ({ payment }) => payment?.screen.kind === 'waiting')) || !pay(till)) return false;
  if (!(await until(till, ({ payment }) => payment?.actions.dismiss === true))) return false;
  const { payment } = till.shown();
  if (payment === null) return false;
  await must(till, { kind: 'payment.dismiss', attemptId: payment.attemptId, stateNumber: payment.stateNumber });
  return true;
}

/** 10.00, paid. */
export async function sell(till: HeldTill): Promise<void> {
  await must(till, { kind: 'sale.addAmount', minor: 1_000 });
  await charge(till);
  if (!(await bePaid(till))) throw new Error('the sale was not paid');
}

/** What the wizard asks for now is answered, the payment included. @returns the problem's code; null: it was taken */
export async function answerPage(till: HeldTill): Promise<string | null> {
  const { setup } = till.shown();
  if (setup.locked) return codeOf(await till.ask({ kind: 'owner.check', pin: PIN }));
  const { step } = setup;
  if (step !== 'testPayment') return codeOf(await till.ask(PAGES[step]));
  if (setup.testPaid) return codeOf(await till.ask({ kind: 'setup.finish' }));
  const begun = codeOf(await till.ask({ kind: 'setup.testPayment' }));
  if (begun !== null) return begun;
  return (await bePaid(till)) ? null : 'the test payment was not paid';
}

function codeOf(result: Awaited<ReturnType<HeldTill['ask']>>): string | null {
  return result.ok ? null : result.problem.code;
}

export async function setUpLive(till: HeldTill): Promise<void> {
  while (!till.shown().setup.done) {
    const refusal = await answerPage(till);
    if (refusal !== null) throw new Error(`the wizard went no further: ${refusal}`);
  }
}

export async function closeDay(till: HeldTill): Promise<void> {
  const { lastNumber } = till.shown().day;
  await must(till, { kind: 'day.close', password: PASSWORD, keep: null });
  if (!(await until(till, ({ day }) => day.lastNumber > lastNumber))) throw new Error('the day was not closed');
}

/** A ground that others begin with: made once, removed at the end of its file. */
export async function makeGround(
  prepare: (till: HeldTill) => Promise<void>,
): Promise<{ readonly ground: Ground; readonly remove: () => void }> {
  const till = await createHeldTill();
  await prepare(till);
  const ground = await till.leave();
  return { ground, remove: () => rmSync(ground.folder, { recursive: true, force: true }) };
}
