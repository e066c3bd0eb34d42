import type { Intent } from '../../../contract/intents.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import type { HeldTill } from '../held/held-till.ts';
import { answerPage, pay, PIN } from '../held/shop.ts';

/** The one that {@link intentOf} chooses where a PIN is chosen. */
const OTHER_PIN = '8642';
/** Presses and waits to the next sale, a whole set-up among them. */
const MAX_STEPS = 60;

/** Presses whatever a person would to take the next payment. @returns what stands in the way; null: 10.00 was paid */
export async function wayToASale(till: HeldTill): Promise<string | null> {
  let said = '';
  const before = till.shown().lastReceipt?.number ?? 0;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    await till.settle();
    const shown = till.shown();
    const receipt = shown.lastReceipt?.number ?? 0;
    if (shown.setup.done && shown.payment?.screen.kind === 'paid' && receipt > 0 && (receipt > before || shown.mode === 'practice'))
      return null;
    const next = nextPress(shown);
    if (next === 'page') said = (await answeredPage(till)) ?? said;
    else if (next === 'pay') pay(till);
    else if (next !== null) {
      const result = await till.ask(next);
      if (!result.ok) said = `${next.kind}: ${result.problem.code}`;
    }
    await till.clock.advance(2_000);
  }
  return said === '' ? 'nothing was refused, and nothing paid' : said;
}

/** @returns why the page was not taken */
async function answeredPage(till: HeldTill): Promise<string | null> {
  const problem = await answerPage(till);
  if (problem === 'pin.wrong') await till.ask({ kind: 'owner.check', pin: till.shown().setup.locked ? OTHER_PIN : PIN });
  return problem;
}

function nextPress(shown: Snapshot): Intent | 'page' | 'pay' | null {
  const { payment, disbursement, tabs, day, sale, setup } = shown;
  if (payment !== null) {
    if (payment.screen.kind === 'waiting') return 'pay';
    const press = (['cancel', 'giveUp', 'setAside', 'dismiss'] as const).find((each) => payment.actions[each]);
    return press === undefined ? null : { kind: `payment.${press}`, attemptId: payment.attemptId, stateNumber: payment.stateNumber };
  }
  if (!setup.done) return setup.busy === null ? 'page' : null;
  if (disbursement.current !== null)
    return { kind: 'disbursement.dismiss', id: disbursement.current.id, stateNumber: disbursement.current.stateNumber };
  const [tab] = tabs;
  if (tab !== undefined) return { kind: 'payment.cancel', attemptId: tab.attemptId, stateNumber: tab.stateNumber };
  if (day.close?.state === 'markLost')
    return { kind: 'day.goOn', closeId: day.close.closeId, stateNumber: day.close.stateNumber, password: '2009', keep: null };
  if (sale.sale.rows.length === 0) return { kind: 'sale.addAmount', minor: 1_000 };
  return { kind: 'sale.charge', revision: sale.revision };
}
