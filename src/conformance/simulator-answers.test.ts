import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createVirtualClock } from '../clock/virtual-clock.ts';
import { OPERATIONS } from '../protocol/index.ts';
import type { Operation } from '../protocol/index.ts';
import { WSDL_PATH } from '../seqr/testing/till.ts';
import { parseFault, RESULT_TEXTS, resultText, startSimulator } from '../simulator/testing/index.ts';
import type { Simulator } from '../simulator/testing/index.ts';
import { postXml } from './post-xml.ts';
import { requestXml, walk } from './walk.ts';
import type { Exchange } from './walk.ts';
import { schemaProblems } from './xmllint.ts';

const FEWEST_DAYS = 4;
/** Days go on until every operation has been met with a success, as far as the simulator speaks it. */
const MOST_DAYS = 20;
const STEPS_A_DAY = 300;

const isPaid = ({ reply }: Exchange): boolean => /<status>PAID<.*<receipt>.*<invoiceRow>/.test(reply.body);
const codeOf = (exchange: Exchange): number => Number(/<resultCode>(-?\d+)</.exec(exchange.reply.body)?.[1] ?? NaN);

describe('what the simulator answers on the socket, in days played at random', () => {
  let simulator: Simulator;
  const days: Exchange[] = [];
  beforeAll(async () => {
    const wsdl = await readFile(WSDL_PATH, 'utf8');
    for (let day = 1; day <= FEWEST_DAYS || (day <= MOST_DAYS && !OPERATIONS.every(wasMet)); day += 1) {
      if (day > 1) await simulator.stop();
      simulator = await startSimulator({ wsdl, clock: createVirtualClock(), seed: day });
      days.push(...(await walk(simulator, day, STEPS_A_DAY)));
    }
  }, 60_000);
  afterAll(() => simulator.stop());

  const codesOf = (operation: Operation): ReadonlySet<number> =>
    new Set(days.filter((exchange) => exchange.operation === operation && exchange.reply.status === 200).map(codeOf));

  /** With a success (the status with a paid one) and refusing somebody it does not know (all but the probe); or "not supported" throughout. */
  const wasMet = (operation: Operation): boolean => {
    const codes = codesOf(operation);
    const refused = operation === 'benchmarkingNop' || [20, 29, 37].some((code) => codes.has(code));
    if (operation === 'getPaymentStatus' && !days.some(isPaid)) return false;
    return (codes.has(0) && refused) || (codes.has(91) && codes.size === 1);
  };

  it('is valid by the schema, request and answer alike', async () => {
    const documents = days.flatMap(({ request, reply }) => [...(reply.status === 200 ? [request] : []), reply.body]);
    const problems = await schemaProblems(documents);
    expect(problems.flatMap((problem, i) => (problem === null ? [] : [`${problem}\n${documents[i] ?? ''}`]))).toEqual([]);
  });

  it('is 200 with a code of the published list and its exact words, or 500 with a fault that says what could not be read', () => {
    for (const { reply } of days) {
      expect(reply.type).toBe('text/xml;charset=UTF-8');
      if (reply.status === 200) {
        const [, code = '', description = ''] = /<resultCode>(\d+)<\/resultCode><resultDescription>([^<]*)</.exec(reply.body) ?? [];
        expect(Object.keys(RESULT_TEXTS)).toContain(code);
        expect(description).toBe(resultText(Number(code)));
      } else {
        expect(reply.status).toBe(500);
        expect(reply.body).toContain('Unmarshalling Error: "x" is not a valid value for decimal.');
      }
    }
  });

  it.each(OPERATIONS)('has met %s with a success and with a refusal, if the simulator speaks it at all', (operation) => {
    expect(wasMet(operation), `codes ${[...codesOf(operation)].join()}`).toBe(true);
  });

  it('is valid too where a fault plan puts the code: any code, any operation', async () => {
    const documents: string[] = [];
    for (const operation of OPERATIONS) {
      for (const code of [...Object.keys(RESULT_TEXTS), '777']) {
        const fault = parseFault(operation, `result:${code}`);
        if (!fault) throw new Error(`no fault for ${code}`);
        simulator.faults.add(fault, 1);
        const { status, body } = await postXml(simulator.soapUrl, requestXml(operation, {}));
        expect(status).toBe(200);
        documents.push(body);
      }
    }
    expect((await schemaProblems(documents)).filter((problem) => problem !== null)).toEqual([]);
  });
});
