import { expect } from 'vitest';
import type { TestContext } from 'vitest';
import type { Intent } from '../../contract/intents.ts';
import type { PaymentView } from '../../contract/payment-view.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import { issuersOf, PUBLISHED_CODES, RESULT_CODES } from '../../protocol/index.ts';
import type { Operation } from '../../protocol/index.ts';
import { parseFault } from '../../simulator/testing/index.ts';
import type { Problem } from '../../text/index.ts';
import { problemText } from '../../text/index.ts';
import { expectWholeWords } from './answer-words.ts';
import { createQuickClock } from './quick-clock.ts';
import { createTillHarness, startPractising } from './till-harness.ts';
import type { TillHarness } from './till-harness.ts';

/* What the tests need that let a whole till meet every result code. */

const TIMES = 10;

export const codesOf = (operation: Operation): readonly number[] =>
  PUBLISHED_CODES.filter((code) => code !== 0 && RESULT_CODES[code].issuedBy !== 'elsewhere' && issuersOf(code).includes(operation));

/** The next `count` calls of an operation are answered with this code. */
export function answerWith(harness: TillHarness, operation: Operation, code: number, count = 1): void {
  const fault = parseFault(operation, `result:${code}`);
  if (!fault) throw new Error('the simulator cannot do that');
  harness.simulator.faults.add(fault, count);
}

export async function openTill({ onTestFinished }: TestContext): Promise<TillHarness> {
  const harness = await createTillHarness(createQuickClock(TIMES));
  onTestFinished(() => harness.close());
  return harness;
}

export async function practisingTill(test: TestContext): Promise<TillHarness> {
  const harness = await openTill(test);
  await startPractising(harness);
  await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
  return harness;
}

export type Kind = PaymentView['screen']['kind'];
export const kindOf = (snapshot: Snapshot): Kind | undefined => snapshot.payment?.screen.kind;
export const charge = (harness: TillHarness) => harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision });

export async function reach(harness: TillHarness, ...kinds: readonly Kind[]): Promise<PaymentView> {
  const { payment } = await harness.until((snapshot) => kinds.some((kind) => kind === kindOf(snapshot)));
  if (payment === null) throw new Error('there is no payment');
  return payment;
}

export async function act(harness: TillHarness, kind: Extract<Intent, { attemptId: string }>['kind']): Promise<void> {
  const { payment } = harness.till().snapshot();
  if (payment === null) throw new Error('there is no payment');
  expect(await harness.ask({ kind, attemptId: payment.attemptId, stateNumber: payment.stateNumber } as Intent)).toEqual({ ok: true });
}

export async function leave(harness: TillHarness): Promise<void> {
  await act(harness, 'payment.dismiss');
  await harness.until((snapshot) => snapshot.payment === null);
}

export function expectProblem(problem: Problem, code: number, about: string): void {
  expectWholeWords({ en: problemText('en', problem), sv: problemText('sv', problem) }, code, about);
}

/** What `intent` is refused with when its question to SEQR is answered with each code. */
export async function expectRefusals(harness: TillHarness, operation: Operation, intent: Intent): Promise<void> {
  for (const code of codesOf(operation)) {
    answerWith(harness, operation, code);
    const result = await harness.ask(intent);
    expect(result, `${operation} ${code}`).toEqual({ ok: false, problem: { code: `seqr.${operation}.${code}` } });
    if (!result.ok) expectProblem(result.problem, code, `${operation} ${code}`);
  }
}

/** A customer scans the till's code and pays. */
export function pay(harness: TillHarness): void {
  const scan = harness.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${harness.till().snapshot().setup.seqrId ?? ''}`);
  if (!scan.ok) throw new Error(scan.error);
  harness.simulator.world.phone.pay(scan.value.invoiceReference);
}
