/** What a cashier does with a till that was started again: whatever is on the screen, until nothing is left to do. */
import type { Intent, Snapshot } from '../../../src/contract/index.ts';
import { payFor } from './customer.ts';
import { PASSWORD, PIN, shown, WentWrong } from './hands.ts';
import type { Hands } from './hands.ts';
import { setUp } from './set-up.ts';

/** What to do next: press something, let the customer pay, or wait. */
type Next = { readonly press: Intent } | { readonly pay: true } | { readonly waitMs: number } | null;

const WAIT: Next = { waitMs: 1_000 };
/** Of presses and waits together; what stays for longer stays. */
const MAX_STEPS = 240;
/** So long the cashier looks at an outcome that nobody knows before the next customer has to be served. */
const PATIENCE_STEPS = 30;

/** Brings the till to rest. @throws WentWrong if it cannot be */
export async function tidy(hands: Hands): Promise<void> {
  await setUp(hands);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const seen = await hands.look();
    const next = nextFor(seen, hands, step);
    if (next === null) return;
    if ('press' in next) await hands.ask(next.press);
    else if ('pay' in next) await payFor(hands);
    await hands.pass('waitMs' in next ? next.waitMs : 'pay' in next ? 1_000 : 0);
  }
  throw new WentWrong(`the till does not come to rest: ${shown(await hands.look())}`);
}

function nextFor(seen: Snapshot, hands: Hands, step: number): Next {
  return (
    ofPayment(seen, hands, step) ??
    ofDisbursement(seen) ??
    ofTabs(seen) ??
    ofUnresolved(seen, step) ??
    ofCounter(seen, hands) ??
    ofRest(seen, step)
  );
}

function ofPayment({ payment }: Snapshot, { dice }: Hands, step: number): Next {
  if (payment === null) return null;
  const { attemptId, stateNumber, screen, actions } = payment;
  const at = { attemptId, stateNumber };
  // Whoever leaves a change under way unchanged takes its rows back; here they have to be somewhere at the end.
  switch (screen.kind) {
    case 'waiting':
    case 'confirming':
      if (dice.below(2) === 0) return { pay: true };
      return actions.cancel ? { press: { kind: 'payment.cancel', ...at } } : WAIT;
    case 'paid':
      if (screen.askIfPrinted) return { press: { kind: 'payment.didPrint', ...at, printed: true } };
      break;
    case 'unknown':
    case 'oddStatus':
    case 'cancelling':
      return actions.setAside && step > PATIENCE_STEPS ? { press: { kind: 'payment.setAside', ...at } } : WAIT;
    default:
      break;
  }
  if (actions.dismiss) return { press: { kind: 'payment.dismiss', ...at } };
  return actions.giveUp ? { press: { kind: 'payment.giveUp', ...at } } : WAIT;
}

function ofDisbursement({ disbursement: { current } }: Snapshot): Next {
  if (current === null) return null;
  const { id, stateNumber, screen } = current;
  return screen.kind === 'sending' ? WAIT : { press: { kind: 'disbursement.dismiss', id, stateNumber } };
}

/** Added to or not, a tab is let go. */
function ofTabs({ tabs, sale }: Snapshot): Next {
  const tab = tabs.find(({ editing }) => editing) ?? tabs[0];
  if (tab === undefined) return null;
  const at = { attemptId: tab.attemptId, stateNumber: tab.stateNumber };
  if (tab.editing) return { press: { kind: 'tab.keep', ...at, revision: sale.revision } };
  return tab.actions.cancel ? { press: { kind: 'payment.cancel', ...at } } : WAIT;
}

function ofUnresolved({ unresolved, sale }: Snapshot, step: number): Next {
  const read = unresolved.find(({ dismissable }) => dismissable);
  // Rows that come back with an alarm need an empty counter.
  if (read !== undefined && sale.sale.rows.length === 0)
    return { press: { kind: 'unresolved.dismiss', itemId: read.id, attemptId: read.attemptId, stateNumber: read.stateNumber } };
  return unresolved.some(({ kind }) => kind === 'setAside') && step < 3 * PATIENCE_STEPS ? WAIT : null;
}

/** What was rung up is sold, or nobody wants it. */
function ofCounter({ sale: { sale, revision, locked } }: Snapshot, { dice }: Hands): Next {
  if (sale.rows.length === 0 || locked) return null;
  return { press: dice.below(2) === 0 ? { kind: 'sale.charge', revision } : { kind: 'sale.void', revision } };
}

function ofRest({ printJobs, receiptsToSubmit, day: { close } }: Snapshot, step: number): Next {
  const job = printJobs.find(({ state }) => state !== 'done');
  if (job !== undefined)
    return job.state === 'failed' || job.state === 'unsure' ? { press: { kind: 'print.abandon', jobId: job.jobId } } : WAIT;
  if (close !== null && close.state !== 'notMarked') {
    const stands = close.state === 'held' || close.state === 'markLost';
    return stands ? { press: { kind: 'day.goOn', closeId: close.closeId, stateNumber: close.stateNumber, ...PASSWORD } } : WAIT;
  }
  return receiptsToSubmit > 0 && step < MAX_STEPS - PATIENCE_STEPS ? { waitMs: 5_000 } : null;
}

/** SEQR's report may be asked for a second time half a minute later, and nothing else is asked meanwhile. */
const REPORT_STEP_MS = 5_000;
const REPORT_LIMIT_MS = 120_000;

function closed(hands: Hands, wanted: (seen: Snapshot) => boolean): Promise<Snapshot> {
  return hands.until('the close', wanted, REPORT_LIMIT_MS, REPORT_STEP_MS);
}

/** Closes the day and waits until it is closed. */
export async function closeDay(hands: Hands): Promise<void> {
  const { lastNumber } = (await hands.look()).day;
  await hands.must({ kind: 'day.close', ...PASSWORD });
  await closed(hands, ({ day }) => day.lastNumber > lastNumber);
}

/** The same; where SEQR knows the terminal no more, because an unregistering half done was done, the till gets another one. */
export async function closeOrRegister(hands: Hands): Promise<void> {
  const { lastNumber, whyNot } = (await hands.look()).day;
  if (whyNot !== null) return;
  await hands.must({ kind: 'day.close', ...PASSWORD });
  const { day } = await closed(hands, (seen) => seen.day.lastNumber > lastNumber || seen.day.close?.state === 'notMarked');
  if (day.lastNumber > lastNumber) return;
  await hands.must({ kind: 'terminal.unregister', pin: PIN });
  await setUp(hands);
}
