import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../protocol/index.ts';
import type { Operation, SeqrConnection } from '../protocol/index.ts';
import { http } from '../seqr/testing/messages.ts';
import { startRawServer } from '../seqr/testing/raw-server.ts';
import type { RawServer } from '../seqr/testing/raw-server.ts';
import { connectTill } from '../seqr/testing/till.ts';
import { writeAnswer, writeFault } from '../simulator/testing/index.ts';
import type { ReturnOf } from '../simulator/testing/index.ts';
import { ANSWERS, ASK } from './answers.ts';
import type { Told } from './answers.ts';
import { anyText, readText } from './values.ts';
import { schemaProblems } from './xmllint.ts';

const ANSWERS_EACH = 60;
const SEED = 20261123;

describe('every answer the simulator can write', () => {
  let server: RawServer;
  let till: SeqrConnection;
  const written: string[] = [];
  beforeAll(async () => {
    server = await startRawServer();
    till = connectTill(server.url);
  });
  afterAll(async () => {
    till.close();
    await server.close();
  });

  it.each(OPERATIONS)('is read by the till as it was meant: %s', async (operation) => {
    const answers: fc.Arbitrary<Told<ReturnOf<Operation>>> = ANSWERS[operation];
    await fc.assert(
      fc.asyncProperty(answers, async ({ returned, reads }) => {
        const document = writeAnswer(operation, returned);
        written.push(document);
        server.handle(() => http(document));
        const answer = await ASK[operation](till);
        expect(answer).toEqual({
          kind: 'answered',
          resultCode: returned.resultCode,
          resultDescription: readText(returned.resultDescription) ?? '',
          ersReference: readText(returned.ersReference) ?? null,
          value: reads,
          serverDateMs: Date.UTC(2026, 10, 23, 8),
          tookMs: answer.tookMs,
        });
      }),
      { numRuns: ANSWERS_EACH, seed: SEED },
    );
  });

  it('is valid by the schema of the service, faults too', async () => {
    const faults = fc
      .sample(fc.tuple(fc.constantFrom('Client' as const, 'Server' as const), anyText), { numRuns: 50, seed: SEED })
      .map(([code, message]) => writeFault({ code, message }));
    const documents = [...written, ...faults];
    const problems = await schemaProblems(documents);
    expect(problems.flatMap((problem, i) => (problem === null ? [] : [`${problem}\n${documents[i] ?? ''}`]))).toEqual([]);
  });
});
