import { describe, expect, it } from 'vitest';
import { cashierSentence, nextStepWords } from '../../renderer/screens/payment/payment-words.ts';
import type { PaymentView } from '../contract/payment-view.ts';
import type { Language } from '../language/language.ts';
import { classify } from '../protocol/index.ts';
import { translator } from '../text/index.ts';
import { expectWholeWords } from './testing/answer-words.ts';
import {
  act,
  answerWith,
  charge,
  codesOf,
  expectProblem,
  expectRefusals,
  kindOf,
  leave,
  openTill,
  pay,
  practisingTill,
  reach,
} from './testing/code-bench.ts';
import type { Kind } from './testing/code-bench.ts';
import { mustDo } from './testing/till-bench.ts';

/*
 * Every code that an operation may issue, met by a whole till over a socket, and what its screen says then. Codes of
 * services that a register never asks, and what changes a payment, are driven through the client (result-codes.test.ts).
 */

/** The words on a payment's screen, as its window puts them. */
function screenWords(view: PaymentView, language: Language): string {
  return [cashierSentence(view, translator(language), language), nextStepWords(view, language)].filter((part) => part !== null).join(' ');
}

function expectScreen(view: PaymentView, code: number | null, about: string): void {
  expectWholeWords({ en: screenWords(view, 'en'), sv: screenWords(view, 'sv') }, code, about);
}

describe('a till that meets every result code', { timeout: 120_000 }, () => {
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
      const { problem } =
        bench
          .till()
          .snapshot()
          .health.find(({ check }) => check === 'password') ?? {};
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
      pay(bench);
      await reach(bench, 'paid');
      const { notices } = await bench.until((snapshot) => snapshot.receiptsToSubmit === 0 && bench.simulator.faults.list().length === 0);
      const refused = classify('submitPaymentReceipt', code) === 'refused';
      expect(bench.simulator.world.receipts().length - accepted, `${code}`).toBe(refused ? 0 : 1);
      expect(
        notices.map(({ problem }) => problem.code),
        `${code}`,
      ).toEqual(refused ? [`seqr.submitPaymentReceipt.${code}`] : []);
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
    await mustDo(bench, { kind: 'setup.reseller', id: 'public_test_shop', userId: '9900', password: '1234', consent: false });
    await expectRefusals(bench, 'registerTerminal', { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' });
    expect(bench.till().snapshot().setup.terminal.terminalId).toBeNull();
  });

  it.concurrent('assignSeqrId and unregisterTerminal, under settings', async (test) => {
    const bench = await openTill(test);
    const pin = '4711';
    await mustDo(bench, { kind: 'setup.practise' });
    await mustDo(bench, { kind: 'setup.owner', pin, pinAgain: pin, cashierNumber: '1', cashierName: 'Anna' });
    await mustDo(bench, { kind: 'setup.finish' });
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
