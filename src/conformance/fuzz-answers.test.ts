import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../protocol/index.ts';
import type { Operation, PaymentStatus } from '../protocol/index.ts';
import { decodeBody } from '../seqr/http-content.ts';
import { createOperations } from '../seqr/operations.ts';
import { readAnswer } from '../seqr/read-answer.ts';
import type { AnswerReader } from '../seqr/read-answer.ts';
import { FAULT_XML, PAID_XML } from '../seqr/testing/messages.ts';
import { writeAnswer } from '../simulator/testing/index.ts';
import type { ReturnOf } from '../simulator/testing/index.ts';
import { ANSWERS, ASK } from './answers.ts';
import type { Told } from './answers.ts';
import { CAMPAIGN_TIMEOUT_MS, seeds } from './campaign.ts';
import { createDice } from './dice.ts';
import type { Dice } from './dice.ts';
import { judge } from './judge.ts';
import type { Believed } from './judge.ts';
import { mutate } from './mutate.ts';

const CASES = 4_000;
const JUDGED_AT_ONCE = 1_000;
/** Far above what any case takes, also on a busy machine. */
const SLOWEST_CASE_MS = 10_000;

/** Good answers to spoil, by operation. Status answers are the ones money hangs on, so there are more of them. */
const CORPUS: readonly { readonly operation: Operation; readonly documents: readonly string[] }[] = OPERATIONS.map((operation) => {
  const answers: fc.Arbitrary<Told<ReturnOf<Operation>>> = ANSWERS[operation];
  const made = fc.sample(answers, { numRuns: 12, seed: 1 }).map(({ returned }) => writeAnswer(operation, returned));
  return { operation, documents: operation === 'getPaymentStatus' ? [...made, ...Array<string>(20).fill(PAID_XML), FAULT_XML] : made };
});
const STATUS = CORPUS.filter(({ operation }) => operation === 'getPaymentStatus');

/** How an operation reads its answer, without a socket. */
function readerOf(operation: Operation): AnswerReader<unknown> {
  const readers: AnswerReader<unknown>[] = [];
  const operations = createOperations('Kassa', (call) => {
    readers.push(call);
    return new Promise(() => undefined);
  });
  void ASK[operation]({ ...operations, close: () => undefined });
  const [reader] = readers;
  if (reader === undefined) throw new Error(`${operation} was not called`);
  return reader;
}
const READERS = Object.fromEntries(OPERATIONS.map((operation) => [operation, readerOf(operation)])) as Record<
  Operation,
  AnswerReader<unknown>
>;

/** What the till makes of spoiled bytes; null if it believes nothing. */
function believe(seed: number, operation: Operation, bytes: Buffer, dice: Dice): Believed | null {
  const text = decodeBody(bytes, dice.pick(['text/xml', 'text/xml;charset=utf-8']));
  if (text === null) return null;
  const outcome = readAnswer(
    READERS[operation],
    { kind: 'answer', statusCode: dice.chance(0.9) ? 200 : 500, text, serverDateMs: null },
    (words) => words,
  );
  if (outcome.kind !== 'answered') return null;
  const { resultCode, ersReference } = outcome;
  if (operation !== 'getPaymentStatus') return { seed, operation, text, resultCode, ersReference, status: null, version: null };
  const { status, version } = outcome.value as PaymentStatus;
  return { seed, operation, text, resultCode, ersReference, status, version };
}

describe('a spoiled answer (PF-05)', () => {
  it(
    'is believed only if libxml2 finds the same in it: well-formed, to this operation, code and status once; whatever it is, it is read in bounded time',
    async () => {
      const believed: Believed[] = [];
      const objections: string[] = [];
      let [cases, accepted, slowestMs] = [0, 0, 0];
      const settle = async (): Promise<void> => {
        objections.push(...(await judge(believed.splice(0))));
      };
      for (const seed of seeds(CASES)) {
        const dice = createDice(seed);
        const { operation, documents } = dice.pick(dice.chance(0.6) ? STATUS : CORPUS);
        const bytes = mutate(dice.pick(documents), dice);
        const startMs = performance.now();
        let verdict: Believed | null;
        try {
          verdict = believe(seed, operation, bytes, dice);
        } catch (error) {
          throw new Error(`seed ${seed} crashed the reader`, { cause: error });
        }
        slowestMs = Math.max(slowestMs, performance.now() - startMs);
        cases += 1;
        if (verdict === null) continue;
        accepted += 1;
        believed.push(verdict);
        if (believed.length >= JUDGED_AT_ONCE) await settle();
      }
      await settle();
      expect(objections.slice(0, 3)).toEqual([]);
      expect(slowestMs).toBeLessThan(SLOWEST_CASE_MS);
      expect(accepted, 'some are still good').toBeGreaterThan(cases * 0.1);
      expect(accepted, 'most are not').toBeLessThan(cases * 0.6);
    },
    CAMPAIGN_TIMEOUT_MS,
  );
});
