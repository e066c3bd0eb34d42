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
} from './testing/code-harness.ts';
import type { Kind } from './testing/code-harness.ts';
import { mustDo } from './testing/till-harness.ts';

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
    const harness = await practisingTill(test);
    for (const code of codesOf('sendInvoice')) {
      const meaning = classify('sendInvoice', code);
      if (meaning === 'registration') answerWith(harness, 'getPaymentStatus', code, 2);
      answerWith(harness, 'sendInvoice', code);
      expect(await charge(harness), `${code}`).toEqual({ ok: true });
      const view = await reach(harness, 'refused', 'sendUnknown');
      expect(view.screen.kind, `${code}`).toBe(meaning === 'noInformation' ? 'sendUnknown' : 'refused');
      // Without information the screen's words are those of no answer at all: the code says no more.
      expectScreen(view, meaning === 'noInformation' ? null : code, `${code}`);
      if (meaning === 'noInformation') await act(harness, 'payment.giveUp');
      else await leave(harness);
      if (meaning !== 'registration') continue;
      expect(view.screen).toMatchObject({ registration: true });
      expect(await charge(harness), `${code}`).toMatchObject({ ok: false, problem: { code: 'payment.registration' } });
      const { problem } =
        harness
          .till()
          .snapshot()
          .health.find(({ check }) => check === 'password') ?? {};
      expect(problem, `${code}`).toEqual({ code: `seqr.healthCheck.${code}` });
      if (problem) expectProblem(problem, code, `health ${code}`);
      harness.simulator.faults.clear();
      await harness.ask({ kind: 'health.check' });
      await harness.until(({ health }) => health.some(({ check, state }) => check === 'password' && state === 'good'));
    }
  });

  it.concurrent('getPaymentStatus: final, unanswerable or no information, and never "failed" (PF-05, PF-07)', async (test) => {
    const harness = await practisingTill(test);
    await charge(harness);
    await reach(harness, 'waiting');
    for (const code of codesOf('getPaymentStatus')) {
      const meaning = classify('getPaymentStatus', code);
      const seen = new Set<Kind | undefined>();
      const stop = harness.till().subscribe((snapshot) => void seen.add(kindOf(snapshot)));
      answerWith(harness, 'getPaymentStatus', code, 2);
      if (meaning === 'noInformation') {
        await harness.until(() => harness.simulator.faults.list().length === 0);
        await harness.until(({ payment }) => payment?.contact.unstable === false);
        expect([...seen], `${code}`).toEqual(['waiting']);
      } else {
        const view = await reach(harness, meaning === 'unanswerable' ? 'unknown' : meaning === 'expired' ? 'expired' : 'cancelled');
        expectScreen(view, meaning === 'unanswerable' ? code : null, `${code}`);
        harness.simulator.faults.clear();
        if (meaning === 'unanswerable') await reach(harness, 'waiting');
        else {
          await leave(harness);
          await charge(harness);
          await reach(harness, 'waiting');
        }
      }
      stop();
    }
  });

  it.concurrent('cancelInvoice: only a read says cancelled; meanwhile it is asked for again (PF-12)', async (test) => {
    const harness = await practisingTill(test);
    for (const code of codesOf('cancelInvoice')) {
      await charge(harness);
      await reach(harness, 'waiting');
      answerWith(harness, 'cancelInvoice', code);
      const seen = new Set<Kind | undefined>();
      const stop = harness.till().subscribe((snapshot) => void seen.add(kindOf(snapshot)));
      await act(harness, 'payment.cancel');
      const view = await reach(harness, 'cancelled');
      stop();
      expectScreen(view, null, `${code}`);
      seen.delete('waiting');
      const confirming = classify('cancelInvoice', code) === 'inProgress' ? ['confirming'] : [];
      expect([...seen].sort(), `${code}`).toEqual(['cancelled', 'cancelling', ...confirming].sort());
      await leave(harness);
    }
  });

  it.concurrent('submitPaymentReceipt: refused for good is told, anything else is tried again, and the payment stands (PF-08)', async (test) => {
    const harness = await practisingTill(test);
    for (const code of codesOf('submitPaymentReceipt')) {
      await harness.ask({ kind: 'sale.addAmount', minor: 100 });
      answerWith(harness, 'submitPaymentReceipt', code);
      const accepted = harness.simulator.world.receipts().length;
      await charge(harness);
      await reach(harness, 'waiting');
      pay(harness);
      await reach(harness, 'paid');
      const { notices } = await harness.until(
        (snapshot) => snapshot.receiptsToSubmit === 0 && harness.simulator.faults.list().length === 0,
      );
      const refused = classify('submitPaymentReceipt', code) === 'refused';
      expect(harness.simulator.world.receipts().length - accepted, `${code}`).toBe(refused ? 0 : 1);
      expect(
        notices.map(({ problem }) => problem.code),
        `${code}`,
      ).toEqual(refused ? [`seqr.submitPaymentReceipt.${code}`] : []);
      for (const { id, problem } of notices) {
        expectProblem(problem, code, `${code}`);
        await harness.ask({ kind: 'notice.dismiss', noticeId: id });
      }
      await leave(harness);
    }
  });

  it.concurrent('benchmarkingNop and registerTerminal, in the wizard', async (test) => {
    const harness = await openTill(test);
    const service = { kind: 'setup.service', service: { kind: 'endpoint', endpoint: harness.simulator.soapUrl } } as const;
    await expectRefusals(harness, 'benchmarkingNop', service);
    expect(await harness.ask(service)).toEqual({ ok: true });
    await mustDo(harness, { kind: 'setup.reseller', id: 'public_test_shop', userId: '9900', password: '1234', consent: false });
    await expectRefusals(harness, 'registerTerminal', { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' });
    expect(harness.till().snapshot().setup.terminal.terminalId).toBeNull();
  });

  it.concurrent('assignSeqrId and unregisterTerminal, under settings', async (test) => {
    const harness = await openTill(test);
    const pin = '4711';
    await mustDo(harness, { kind: 'setup.practise' });
    await mustDo(harness, { kind: 'setup.owner', pin, pinAgain: pin, cashierNumber: '1', cashierName: 'Anna' });
    await mustDo(harness, { kind: 'setup.finish' });
    await expectRefusals(harness, 'assignSeqrId', { kind: 'terminal.assignSeqrId', pin, seqrId: '4610' });
    const before = harness.till().snapshot().setup;
    for (const code of codesOf('unregisterTerminal').filter((each) => classify('unregisterTerminal', each) !== 'registration')) {
      answerWith(harness, 'unregisterTerminal', code);
      const result = await harness.ask({ kind: 'terminal.unregister', pin });
      expect(result).toEqual({ ok: false, problem: { code: `seqr.unregisterTerminal.${code}` } });
    }
    expect(harness.till().snapshot().setup).toMatchObject({ seqrId: before.seqrId, terminal: before.terminal, done: true });
  });

  it.concurrent.for([20, 21, 29, 33, 37])(
    'unregisterTerminal, refused for the terminal itself with %i: the till forgets it (PF-30)',
    async (code, test) => {
      const harness = await practisingTill(test);
      answerWith(harness, 'unregisterTerminal', code);
      await mustDo(harness, { kind: 'terminal.unregister', pin: '4711' });
      expect(harness.till().snapshot().setup).toMatchObject({
        seqrId: null,
        terminal: { terminalId: null },
        done: false,
        step: 'reseller',
      });
      const { terminalSecrets } = (JSON.parse(harness.settings()) as { practice: { terminalSecrets: unknown[] } }).practice;
      // SEQR may accept it again at any moment, but for one that it does not know (any more).
      expect(terminalSecrets).toHaveLength(code === 29 ? 0 : 1);
    },
  );
});
