import { describe, expect, it } from 'vitest';
import type { Intent } from '../contract/intents.ts';
import { classify } from '../protocol/index.ts';
import type { Operation } from '../protocol/index.ts';
import { answerWords } from '../text/index.ts';
import type { Asked } from '../text/index.ts';
import { expectWholeWords } from './testing/answer-words.ts';
import { answerWith, charge, codesOf, expectProblem, pay, practisingTill, reach } from './testing/code-bench.ts';
import type { TillBench } from './testing/till-bench.ts';

/* The same as result-code-screens.test.ts, for money that leaves the shop and for the close of day. */

const PIN = '4711';
const PASSWORD = '1234';

function expectAnswerWords(asked: Asked, code: number): void {
  const words = (language: 'en' | 'sv'): string => Object.values(answerWords(language, asked, code)).join(' ');
  expectWholeWords({ en: words('en'), sv: words('sv') }, code, `${asked} ${code}`);
}

/** Sends money once for every code, and looks how its screen says it ended. `intent`: the next one, for so much. */
async function expectEnds(bench: TillBench, operation: Operation, intent: (minor: number) => Intent): Promise<void> {
  let minor = 100;
  for (const code of codesOf(operation)) {
    const meaning = classify(operation, code);
    // As long as SEQR refuses the terminal, the health check hears the same.
    if (meaning === 'registration') answerWith(bench, 'getPaymentStatus', code);
    answerWith(bench, operation, code);
    // Another amount each time: what is unknown is not sent again.
    expect(await bench.ask(intent((minor += 1))), `${operation} ${code}`).toEqual({ ok: true });
    const { outgoing } = await bench.until((snapshot) => ['refused', 'unknown'].includes(snapshot.outgoing.current?.screen.kind ?? ''));
    const { current } = outgoing;
    expect(current?.screen, `${operation} ${code}`).toEqual(
      meaning === 'noInformation' ? { kind: 'unknown' } : { kind: 'refused', resultCode: code, registration: meaning === 'registration' },
    );
    if (meaning !== 'noInformation') expectAnswerWords(operation, code);
    await bench.ask({ kind: 'outgoing.dismiss', id: current?.id ?? '', stateNumber: current?.stateNumber ?? 0 });
    bench.simulator.faults.clear();
    if (meaning === 'registration') {
      await bench.ask({ kind: 'health.check' });
      await bench.until(({ health }) => health.some(({ check, state }) => check === 'password' && state === 'good'));
    }
  }
}

describe('a till that meets every result code where money leaves', { timeout: 120_000 }, () => {
  it.concurrent('refundPayment: refused, or unknown and never sent again (PF-14)', async (test) => {
    const bench = await practisingTill(test);
    await charge(bench);
    await reach(bench, 'waiting');
    pay(bench);
    await bench.until(
      (snapshot) => snapshot.payment?.screen.kind === 'paid' && snapshot.receiptsToSubmit === 0 && bench.till().quitWarning() === null,
    );
    await expectEnds(bench, 'refundPayment', (minor) => ({
      kind: 'refund.send',
      number: 1,
      revision: bench.till().snapshot().outgoing.revision,
      wish: { kind: 'amount', minor },
      minor,
      reason: 'Wrong size',
      pin: PIN,
    }));
    expect(bench.simulator.world.ledger().filter((entry) => entry.kind === 'refund')).toEqual([]);
  });

  it.concurrent('creditUser: refused, or unknown and never sent again (PF-14)', async (test) => {
    const bench = await practisingTill(test);
    const userId = bench.simulator.world.customers()[0]?.userId ?? '';
    await expectEnds(bench, 'creditUser', (minor) => ({
      kind: 'payOut.send',
      revision: bench.till().snapshot().outgoing.revision,
      userId,
      minor,
      description: 'Prize',
      pin: PIN,
    }));
    expect(bench.simulator.world.ledger()).toEqual([]);
  });

  it.concurrent('markTransactionPeriod: a day that is not closed, or a mark that is lost (PF-17)', async (test) => {
    const bench = await practisingTill(test);
    for (const code of codesOf('markTransactionPeriod')) {
      const before = bench.till().snapshot().day;
      answerWith(bench, 'markTransactionPeriod', code);
      expect(await bench.ask({ kind: 'day.close', password: PASSWORD, keep: null }), `${code}`).toEqual({ ok: true });
      if (classify('markTransactionPeriod', code) === 'noInformation') {
        const { day } = await bench.until((snapshot) => snapshot.day.close?.state === 'waiting');
        expect(day.close?.lostMarks, `${code}`).toBe(1);
        bench.simulator.world.advance(60_000);
        await bench.until((snapshot) => snapshot.day.close === null && snapshot.day.lastNumber === before.lastNumber + 1);
        continue;
      }
      const { day } = await bench.until(
        (snapshot) => snapshot.day.close?.state === 'notMarked' && snapshot.day.close.closeId !== before.close?.closeId,
      );
      expect(day.close?.problem).toEqual({ code: `seqr.markTransactionPeriod.${code}` });
      if (day.close?.problem) expectProblem(day.close.problem, code, `${code}`);
    }
  });

  it.concurrent('executeReport: asked for again, or not to be had (PF-17)', async (test) => {
    const bench = await practisingTill(test);
    const context = {
      clientRequestTimeout: 0,
      initiatorPrincipalId: { id: bench.till().snapshot().setup.reseller.id, type: 'RESELLERUSER', userId: '9900' },
      password: PASSWORD,
    };
    const { transactionPeriodId: periodId = '' } = bench.simulator.world.call('markTransactionPeriod', { context });
    bench.simulator.world.advance(60_000);
    for (const code of codesOf('executeReport')) {
      answerWith(bench, 'executeReport', code);
      const revision = bench.till().snapshot().day.report?.revision;
      const run = {
        kind: 'report.run',
        reportId: 'Reconciliation/Shop.xml',
        periodId,
        language: 'en',
        password: PASSWORD,
        keep: null,
      } as const;
      expect(await bench.ask(run), `${code}`).toEqual({ ok: true });
      const { day } = await bench.until(
        ({ day: { report } }) => bench.simulator.faults.list().length === 0 && report !== null && report.state !== 'asking',
      );
      const isRefused = classify('executeReport', code) !== 'noInformation';
      expect(day.report?.state, `${code}`).toBe(isRefused ? 'failed' : 'ready');
      if (!isRefused) expect(day.report?.revision).not.toBe(revision);
      if (isRefused) expect(day.report?.problem).toEqual({ code: `seqr.executeReport.${code}` });
      if (day.report?.problem) expectProblem(day.report.problem, code, `${code}`);
    }
  });
});
