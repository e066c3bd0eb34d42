import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../protocol/index.ts';
import type { Operation } from '../protocol/index.ts';
import { PAID_XML } from '../seqr/testing/messages.ts';
import { parseRequest, writeFault } from '../simulator/testing/index.ts';
import { CALLS } from './calls.ts';
import type { Call } from './calls.ts';
import { CAMPAIGN_TIMEOUT_MS, seeds } from './campaign.ts';
import { createDice } from './dice.ts';
import { mutate } from './mutate.ts';
import { requestXml } from './walk.ts';
import { schemaProblems, wellFormedProblems, withoutEncoding } from './xmllint.ts';

const CASES = 3_000;
const JUDGED_AT_ONCE = 1_000;
const SLOWEST_CASE_MS = 10_000;

const CORPUS: readonly string[] = OPERATIONS.flatMap((operation) => {
  const calls: fc.Arbitrary<Call<Operation>> = CALLS[operation];
  return fc.sample(calls, { numRuns: 10, seed: 1 }).map((call) => requestXml(operation, call.arrives));
}).concat(PAID_XML);

describe('a spoiled request', () => {
  it(
    'is taken only if libxml2 finds it well-formed, and refused with a valid fault; whatever it is, it is read in bounded time',
    async () => {
      const taken: { readonly seed: number; readonly document: string }[] = [];
      const faults = new Set<string>();
      const objections: string[] = [];
      let [cases, good, slowestMs] = [0, 0, 0];
      const settle = async (): Promise<void> => {
        const cases = taken.splice(0);
        const problems = await wellFormedProblems(cases.map(({ document }) => document));
        objections.push(
          ...cases.flatMap(({ seed, document }, i) => (problems[i] === null ? [] : [`seed ${seed}: ${problems[i] ?? ''}\n${document}`])),
        );
        const written = [...faults];
        faults.clear();
        objections.push(
          ...(await schemaProblems(written)).flatMap((problem, i) => (problem === null ? [] : [`${problem}\n${written[i] ?? ''}`])),
        );
      };
      for (const seed of seeds(CASES)) {
        const dice = createDice(seed);
        const document = new TextDecoder().decode(mutate(dice.pick(CORPUS), dice));
        const startMs = performance.now();
        try {
          const parsed = parseRequest(document);
          if (!parsed.ok) faults.add(writeFault(parsed.fault));
          else {
            good += 1;
            taken.push({ seed, document: withoutEncoding(document) });
          }
        } catch (error) {
          throw new Error(`seed ${seed} crashed the reader`, { cause: error });
        }
        slowestMs = Math.max(slowestMs, performance.now() - startMs);
        cases += 1;
        if (taken.length >= JUDGED_AT_ONCE) await settle();
      }
      await settle();
      expect(objections.slice(0, 3)).toEqual([]);
      expect(slowestMs).toBeLessThan(SLOWEST_CASE_MS);
      expect(good).toBeGreaterThan(cases * 0.1);
      expect(good).toBeLessThan(cases * 0.6);
    },
    CAMPAIGN_TIMEOUT_MS,
  );
});
