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
import { createTillBench, startPractising } from './till-bench.ts';
import type { TillBench } from './till-bench.ts';

/* What the tests need that let a whole till meet every result code. */

const TIMES = 10;

export const codesOf = (operation: Operation): readonly number[] =>
  PUBLISHED_CODES.filter((code) => code !== 0 && RESULT_CODES[code].issuedBy !== 'elsewhere' && issuersOf(code).includes(operation));

/** The next `count` calls of an operation are answered with this code. */
export function answerWith(bench: TillBench, operation: Operation, code: number, count = 1): void {
  const fault = parseFault(operation, `result:${code}`);
  if (!fault) throw new Error('the simulator cannot do that');
  bench.simulator.faults.add(fault, count);
}

export async function openTill({ onTestFinished }: TestContext): Promise<TillBench> {
  const bench = await createTillBench(createQuickClock(TIMES));
  onTestFinished(() => bench.close());
  return bench;
}

export async function practisingTill(test: TestContext): Promise<TillBench> {
  const bench = await openTill(test);
  await startPractising(bench);
  await bench.ask({ kind: 'sale.addAmount', minor: 9_900 });
  return bench;
}

export type Kind = PaymentView['screen']['kind'];
export const kindOf = (snapshot: Snapshot): Kind | undefined => snapshot.payment?.screen.kind;
export const charge = (bench: TillBench) => bench.ask({ kind: 'sale.charge', revision: bench.till().snapshot().sale.revision });

export async function reach(bench: TillBench, ...kinds: readonly Kind[]): Promise<PaymentView> {
  const { payment } = await bench.until((snapshot) => kinds.some((kind) => kind === kindOf(snapshot)));
  if (payment === null) throw new Error('there is no payment');
  return payment;
}

export async function act(bench: TillBench, kind: Extract<Intent, { attemptId: string }>['kind']): Promise<void> {
  const { payment } = bench.till().snapshot();
  if (payment === null) throw new Error('there is no payment');
  expect(await bench.ask({ kind, attemptId: payment.attemptId, stateNumber: payment.stateNumber } as Intent)).toEqual({ ok: true });
}

export async function leave(bench: TillBench): Promise<void> {
  await act(bench, 'payment.dismiss');
  await bench.until((snapshot) => snapshot.payment === null);
}

export function expectProblem(problem: Problem, code: number, about: string): void {
  expectWholeWords({ en: problemText('en', problem), sv: problemText('sv', problem) }, code, about);
}

/** What `intent` is refused with when its question to SEQR is answered with each code. */
export async function expectRefusals(bench: TillBench, operation: Operation, intent: Intent): Promise<void> {
  for (const code of codesOf(operation)) {
    answerWith(bench, operation, code);
    const result = await bench.ask(intent);
    expect(result, `${operation} ${code}`).toEqual({ ok: false, problem: { code: `seqr.${operation}.${code}` } });
    if (!result.ok) expectProblem(result.problem, code, `${operation} ${code}`);
  }
}

/** A customer scans the till's code and pays. */
export function pay(bench: TillBench): void {
  const scan = bench.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${bench.till().snapshot().setup.seqrId ?? ''}`);
  if (!scan.ok) throw new Error(scan.error);
  bench.simulator.world.phone.pay(scan.value.invoiceReference);
}
