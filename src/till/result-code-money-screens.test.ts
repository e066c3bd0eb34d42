import { describe, expect, it } from 'vitest';
import type { Intent } from '../contract/intents.ts';
import { classify } from '../protocol/index.ts';
import type { Operation } from '../protocol/index.ts';
import { answerWords } from '../text/index.ts';
import type { Asked } from '../text/index.ts';
import { expectWholeWords } from './testing/answer-words.ts';
import { answerWith, charge, codesOf, expectProblem, pay, practisingTill, reach } from './testing/code-harness.ts';
import type { TillHarness } from './testing/till-harness.ts';

/* The same as result-code-screens.test.ts, for money that leaves the shop and for the close of day. */

const PIN = '4711';
const PASSWORD = '1234';

function expectAnswerWords(asked: Asked, code: number): void {
  const words = (language: 'en' | 'sv'): string => Object.values(answerWords(language, asked, code)).join(' ');
  expectWholeWords({ en: words('en'), sv: words('sv') }, code, `${asked} ${code}`);
}

/** Sends money once for every code, and looks how its screen says it ended. `intent`: the next one, for so much. */
async function expectEnds(harness: TillHarness, operation: Operation, intent: (minor: number) => Intent): Promise<void> {
  let minor = 100;
  for (const code of codesOf(operation)) {
    const meaning = classify(operation, code);
    // As long as SEQR refuses the terminal, the health check hears the same.
    if (meaning === 'registration') answerWith(harness, 'getPaymentStatus', code);
    answerWith(harness, operation, code);
    // Another amount each time: what is unknown is not sent again.
    expect(await harness.ask(intent((minor += 1))), `${operation} ${code}`).toEqual({ ok: true });
    const { disbursement } = await harness.until((snapshot) =>
      ['refused', 'unknown'].includes(snapshot.disbursement.current?.screen.kind ?? ''),
    );
    const { current } = disbursement;
    expect(current?.screen, `${operation} ${code}`).toEqual(
      meaning === 'noInformation' ? { kind: 'unknown' } : { kind: 'refused', resultCode: code, registration: meaning === 'registration' },
    );
    if (meaning !== 'noInformation') expectAnswerWords(operation, code);
    await harness.ask({ kind: 'disbursement.dismiss', id: current?.id ?? '', stateNumber: current?.stateNumber ?? 0 });
    harness.simulator.faults.clear();
    if (meaning === 'registration') {
      await harness.ask({ kind: 'health.check' });
      await harness.until(({ health }) => health.some(({ check, state }) => check === 'password' && state === 'good'));
    }
  }
}

describe('a till that meets every result code where money leaves', { timeout: 120_000 }, () => {
  it.concurrent('refundPayment: refused, or unknown and never sent again (PF-14)', async (test) => {
    const harness = await practisingTill(test);
    await charge(harness);
    await reach(harness, 'waiting');
    pay(harness);
    await harness.until(
      (snapshot) => snapshot.payment?.screen.kind === 'paid' && snapshot.receiptsToSubmit === 0 && harness.till().quitWarning() === null,
    );
    await expectEnds(harness, 'refundPayment', (minor) => ({
      kind: 'refund.send',
      number: 1,
      revision: harness.till().snapshot().disbursement.revision,
      wish: { kind: 'amount', minor },
      minor,
      reason: 'Wrong size',
      pin: PIN,
    }));
    expect(harness.simulator.world.ledger().filter((entry) => entry.kind === 'refund')).toEqual([]);
  });

  it.concurrent('creditUser: refused, or unknown and never sent again (PF-14)', async (test) => {
    const harness = await practisingTill(test);
    const userId = harness.simulator.world.customers()[0]?.userId ?? '';
    await expectEnds(harness, 'creditUser', (minor) => ({
      kind: 'payOut.send',
      revision: harness.till().snapshot().disbursement.revision,
      userId,
      minor,
      description: 'Prize',
      pin: PIN,
    }));
    expect(harness.simulator.world.ledger()).toEqual([]);
  });

  it.concurrent('markTransactionPeriod: a day that is not closed, or a mark that is lost (PF-17)', async (test) => {
    const harness = await practisingTill(test);
    for (const code of codesOf('markTransactionPeriod')) {
      const before = harness.till().snapshot().day;
      answerWith(harness, 'markTransactionPeriod', code);
      expect(await harness.ask({ kind: 'day.close', password: PASSWORD, keep: null }), `${code}`).toEqual({ ok: true });
      if (classify('markTransactionPeriod', code) === 'noInformation') {
        const { day } = await harness.until((snapshot) => snapshot.day.close?.state === 'waiting');
        expect(day.close?.lostMarks, `${code}`).toBe(1);
        harness.simulator.world.advance(60_000);
        await harness.until((snapshot) => snapshot.day.close === null && snapshot.day.lastNumber === before.lastNumber + 1);
        continue;
      }
      const { day } = await harness.until(
        (snapshot) => snapshot.day.close?.state === 'notMarked' && snapshot.day.close.closeId !== before.close?.closeId,
      );
      expect(day.close?.problem).toEqual({ code: `seqr.markTransactionPeriod.${code}` });
      if (day.close?.problem) expectProblem(day.close.problem, code, `${code}`);
    }
  });

  it.concurrent('executeReport: asked for again, or not to be had (PF-17)', async (test) => {
    const harness = await practisingTill(test);
    const context = {
      clientRequestTimeout: 0,
      initiatorPrincipalId: { id: harness.till().snapshot().setup.reseller.id, type: 'RESELLERUSER', userId: '9900' },
      password: PASSWORD,
    };
    const { transactionPeriodId: periodId = '' } = harness.simulator.world.call('markTransactionPeriod', { context });
    harness.simulator.world.advance(60_000);
    for (const code of codesOf('executeReport')) {
      answerWith(harness, 'executeReport', code);
      const revision = harness.till().snapshot().day.report?.revision;
      const run = {
        kind: 'report.run',
        reportId: 'Reconciliation/Shop.xml',
        periodId,
        language: 'en',
        password: PASSWORD,
        keep: null,
      } as const;
      expect(await harness.ask(run), `${code}`).toEqual({ ok: true });
      const { day } = await harness.until(
        ({ day: { report } }) => harness.simulator.faults.list().length === 0 && report !== null && report.state !== 'asking',
      );
      const isRefused = classify('executeReport', code) !== 'noInformation';
      expect(day.report?.state, `${code}`).toBe(isRefused ? 'failed' : 'ready');
      if (!isRefused) expect(day.report?.revision).not.toBe(revision);
      if (isRefused) expect(day.report?.problem).toEqual({ code: `seqr.executeReport.${code}` });
      if (day.report?.problem) expectProblem(day.report.problem, code, `${code}`);
    }
  });
});
