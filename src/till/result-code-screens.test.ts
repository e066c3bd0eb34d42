import { describe, expect, it } from 'vitest';
import type { TestContext } from 'vitest';
import { cashierSentence, nextStepWords } from '../../renderer/payment/payment-words.ts';
import type { Intent } from '../contract/intents.ts';
import type { PaymentView } from '../contract/payment-view.ts';
import type { Problem } from '../contract/setup-view.ts';
import type { Snapshot } from '../contract/snapshot.ts';
import type { Language } from '../money/index.ts';
import { classify, issuersOf, PUBLISHED_CODES, RESULT_CODES } from '../protocol/index.ts';
import type { Operation } from '../protocol/index.ts';
import { parseFault } from '../simulator/http/faults.ts';
import { problemText, translator } from '../text/index.ts';
import { expectWholeWords } from './testing/answer-words.ts';
import { createQuickClock } from './testing/quick-clock.ts';
import { createTillBench } from './testing/till-bench.ts';
import type { TillBench } from './testing/till-bench.ts';

/*
 * Every code that an operation may issue, met by a whole till over a socket, and what its screen says then. Codes of
 * services that a register never asks are driven through the client alone (result-codes.test.ts).
 */

const TIMES = 10;

const codesOf = (operation: Operation): readonly number[] =>
  PUBLISHED_CODES.filter((code) => code !== 0 && RESULT_CODES[code].issuedBy !== 'elsewhere' && issuersOf(code).includes(operation));

/** The next `count` calls of an operation are answered with this code. */
function answerWith(bench: TillBench, operation: Operation, code: number, count = 1): void {
  const fault = parseFault(operation, `result:${code}`);
  if (!fault) throw new Error('the simulator cannot do that');
  bench.simulator.faults.add(fault, count);
}

async function openTill({ onTestFinished }: TestContext): Promise<TillBench> {
  const bench = await createTillBench(createQuickClock(TIMES));
  onTestFinished(() => bench.close());
  return bench;
}

async function practisingTill(test: TestContext): Promise<TillBench> {
  const bench = await openTill(test);
  expect(await bench.ask({ kind: 'setup.practise' })).toEqual({ ok: true });
  expect(await bench.ask({ kind: 'setup.finish' })).toEqual({ ok: true });
  await bench.ask({ kind: 'sale.addAmount', minor: 9_900 });
  return bench;
}

type Kind = PaymentView['screen']['kind'];
const kindOf = (snapshot: Snapshot): Kind | undefined => snapshot.payment?.screen.kind;
const charge = (bench: TillBench) => bench.ask({ kind: 'sale.charge', revision: bench.till().snapshot().sale.revision });

async function reach(bench: TillBench, ...kinds: readonly Kind[]): Promise<PaymentView> {
  const { payment } = await bench.until((snapshot) => kinds.some((kind) => kind === kindOf(snapshot)));
  if (payment === null) throw new Error('there is no payment');
  return payment;
}

async function act(bench: TillBench, kind: Extract<Intent, { attemptId: string }>['kind']): Promise<void> {
  const { payment } = bench.till().snapshot();
  if (payment === null) throw new Error('there is no payment');
  expect(await bench.ask({ kind, attemptId: payment.attemptId, stateNumber: payment.stateNumber } as Intent)).toEqual({ ok: true });
}

async function leave(bench: TillBench): Promise<void> {
  await act(bench, 'payment.dismiss');
  await bench.until((snapshot) => snapshot.payment === null);
}

/** The words on a payment's screen, as its window puts them. */
function screenWords(view: PaymentView, language: Language): string {
  return [cashierSentence(view, translator(language), language), nextStepWords(view, language)].filter((part) => part !== null).join(' ');
}

function expectScreen(view: PaymentView, code: number | null, about: string): void {
  expectWholeWords({ en: screenWords(view, 'en'), sv: screenWords(view, 'sv') }, code, about);
}

function expectProblem(problem: Problem, code: number, about: string): void {
  expectWholeWords({ en: problemText('en', problem), sv: problemText('sv', problem) }, code, about);
}

/** What `intent` is refused with when its question to SEQR is answered with each code. */
async function expectRefusals(bench: TillBench, operation: Operation, intent: Intent): Promise<void> {
  for (const code of codesOf(operation)) {
    answerWith(bench, operation, code);
    const result = await bench.ask(intent);
    expect(result, `${operation} ${code}`).toEqual({ ok: false, problem: { code: `seqr.${operation}.${code}` } });
    if (!result.ok) expectProblem(result.problem, code, `${operation} ${code}`);
  }
}

describe('a till that meets every result code', () => {
  it.concurrent('sendInvoice: refused with its reason, or unknown; a registration that is refused stops the offer (PF-10, PF-21)', async (test) => {
    const bench = await practisingTill(test);
    for (const code of codesOf('sendInvoice')) {
      const meaning = classify('sendInvoice', code);
      if (meaning === 'registration') answerWith(bench, 'getPaymentStatus', code, 2);
      answerWith(bench, 'sendInvoice', code);
      expect(await charge(bench), `${code}`).toEqual({ ok: true });
      const view = await reach(bench, 'refused', 'sendUnknown');
      expect(view.screen.kind, `${code}`).toBe(meaning === 'noInformation' ? 'sendUnknown' : 'refused');
      // Without information the screen's words are those of no answer at all: the code says no more.
      expectScreen(view, meaning === 'noInformation' ? null : code, `${code}`);
      if (meaning === 'noInformation') await act(bench, 'payment.giveUp');
      else await leave(bench);
      if (meaning !== 'registration') continue;
      expect(view.screen).toMatchObject({ registration: true });
      expect(await charge(bench), `${code}`).toMatchObject({ ok: false, problem: { code: 'payment.registration' } });
      const { problem } = bench.till().snapshot().health.find(({ check }) => check === 'password') ?? {};
      expect(problem, `${code}`).toEqual({ code: `seqr.healthCheck.${code}` });
      if (problem) expectProblem(problem, code, `health ${code}`);
      bench.simulator.faults.clear();
      await bench.ask({ kind: 'health.check' });
      await bench.until(({ health }) => health.some(({ check, state }) => check === 'password' && state === 'good'));
    }
  });

  it.concurrent('getPaymentStatus: final, unanswerable or no information, and never "failed" (PF-05, PF-07)', async (test) => {
    const bench = await practisingTill(test);
    await charge(bench);
    await reach(bench, 'waiting');
    for (const code of codesOf('getPaymentStatus')) {
      const meaning = classify('getPaymentStatus', code);
      const seen = new Set<Kind | undefined>();
      const stop = bench.till().subscribe((snapshot) => void seen.add(kindOf(snapshot)));
      answerWith(bench, 'getPaymentStatus', code, 2);
      if (meaning === 'noInformation') {
        await bench.until(() => bench.simulator.faults.list().length === 0);
        await bench.until(({ payment }) => payment?.contact.unstable === false);
        expect([...seen], `${code}`).toEqual(['waiting']);
      } else {
        const view = await reach(bench, meaning === 'unanswerable' ? 'unknown' : meaning === 'expired' ? 'expired' : 'cancelled');
        expectScreen(view, meaning === 'unanswerable' ? code : null, `${code}`);
        bench.simulator.faults.clear();
        if (meaning === 'unanswerable') await reach(bench, 'waiting');
        else {
          await leave(bench);
          await charge(bench);
          await reach(bench, 'waiting');
        }
      }
      stop();
    }
  });

  it.concurrent('cancelInvoice: only a read says cancelled; meanwhile it is asked for again (PF-12)', async (test) => {
    const bench = await practisingTill(test);
    for (const code of codesOf('cancelInvoice')) {
      await charge(bench);
      await reach(bench, 'waiting');
      answerWith(bench, 'cancelInvoice', code);
      const seen = new Set<Kind | undefined>();
      const stop = bench.till().subscribe((snapshot) => void seen.add(kindOf(snapshot)));
      await act(bench, 'payment.cancel');
      const view = await reach(bench, 'cancelled');
      stop();
      expectScreen(view, null, `${code}`);
      seen.delete('waiting');
      const confirming = classify('cancelInvoice', code) === 'inProgress' ? ['confirming'] : [];
      expect([...seen].sort(), `${code}`).toEqual(['cancelled', 'cancelling', ...confirming].sort());
      await leave(bench);
    }
  });

  it.concurrent('submitPaymentReceipt: refused for good is told, anything else is tried again, and the payment stands (PF-08)', async (test) => {
    const bench = await practisingTill(test);
    for (const code of codesOf('submitPaymentReceipt')) {
      await bench.ask({ kind: 'sale.addAmount', minor: 100 });
      answerWith(bench, 'submitPaymentReceipt', code);
      const accepted = bench.simulator.world.receipts().length;
      await charge(bench);
      await reach(bench, 'waiting');
      const seqrId = bench.till().snapshot().setup.seqrId ?? '';
      const scan = bench.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${seqrId}`);
      if (!scan.ok) throw new Error(scan.error);
      bench.simulator.world.phone.pay(scan.value.invoiceReference);
      await reach(bench, 'paid');
      const { notices } = await bench.until((snapshot) => snapshot.receiptsToSubmit === 0 && bench.simulator.faults.list().length === 0);
      const refused = classify('submitPaymentReceipt', code) === 'refused';
      expect(bench.simulator.world.receipts().length - accepted, `${code}`).toBe(refused ? 0 : 1);
      expect(notices.map(({ problem }) => problem.code), `${code}`).toEqual(refused ? [`seqr.submitPaymentReceipt.${code}`] : []);
      for (const { id, problem } of notices) {
        expectProblem(problem, code, `${code}`);
        await bench.ask({ kind: 'notice.dismiss', noticeId: id });
      }
      await leave(bench);
    }
  });

  it.concurrent('benchmarkingNop and registerTerminal, in the wizard', async (test) => {
    const bench = await openTill(test);
    const service = { kind: 'setup.service', service: { kind: 'endpoint', endpoint: bench.simulator.soapUrl } } as const;
    await expectRefusals(bench, 'benchmarkingNop', service);
    expect(await bench.ask(service)).toEqual({ ok: true });
    await bench.ask({ kind: 'setup.reseller', id: 'public_test_shop', userId: '9900', password: '1234', consent: false });
    await expectRefusals(bench, 'registerTerminal', { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' });
    expect(bench.till().snapshot().setup.terminal.terminalId).toBeNull();
  });

  it.concurrent('assignSeqrId and unregisterTerminal, under settings', async (test) => {
    const bench = await openTill(test);
    const pin = '4711';
    await bench.ask({ kind: 'setup.practise' });
    await bench.ask({ kind: 'setup.owner', pin, pinAgain: pin, cashierNumber: '1', cashierName: 'Anna' });
    await bench.ask({ kind: 'setup.finish' });
    await expectRefusals(bench, 'assignSeqrId', { kind: 'terminal.assignSeqrId', pin, seqrId: '4610' });
    const before = bench.till().snapshot().setup;
    // 29 is what was wanted: SEQR does not know the terminal any more.
    for (const code of codesOf('unregisterTerminal').filter((each) => each !== 29)) {
      answerWith(bench, 'unregisterTerminal', code);
      const result = await bench.ask({ kind: 'terminal.unregister', pin });
      expect(result).toEqual({ ok: false, problem: { code: `seqr.unregisterTerminal.${code}` } });
    }
    expect(bench.till().snapshot().setup).toMatchObject({ seqrId: before.seqrId, terminal: before.terminal, done: true });
  });
});
