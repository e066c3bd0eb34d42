import { WentWrong } from './hands.ts';
import { sell } from './presses.ts';
import type { Way } from './way.ts';

/** What becomes of receipts. */
export const PAPER_WAYS = {
  printAgain: {
    calls: [],
    async go(hands) {
      const number = await sell(hands);
      await hands.must({ kind: 'receipt.print', number });
      await hands.until('the copy', ({ printJobs }) => printJobs.every(({ state }) => state === 'done'));
    },
  },
  printFailed: {
    calls: [],
    async go(hands) {
      await hands.shop.till().setPrinter('failing');
      await sell(hands);
      const job = (await hands.look()).printJobs.find(({ state }) => state === 'failed');
      if (job === undefined) throw new WentWrong('no print job has failed');
      await hands.must({ kind: 'print.abandon', jobId: job.jobId });
      await hands.shop.till().setPrinter('good');
    },
  },
  /** The printer is silent when the till dies; the next run of the till cannot know whether the paper came out. */
  printUnsure: {
    calls: [],
    diesFirst: { at: 'print.printing', doing: async (hands) => void (await sell(hands)) },
    go: () => Promise.resolve(),
  },
  pdf: {
    calls: [],
    async go(hands) {
      await hands.must({ kind: 'preferences.change', patch: { printer: { deviceName: null } } });
      const number = await sell(hands);
      await hands.must({ kind: 'receipt.savePdf', number });
      await hands.must({ kind: 'receipt.savePdf', number });
      await hands.must({ kind: 'preferences.change', patch: { printer: { deviceName: 'till' } } });
    },
  },
  submitRefused: {
    calls: [],
    async go(hands) {
      await hands.spoil('submitPaymentReceipt', 'result:23');
      await sell(hands);
    },
  },
} satisfies Record<string, Way>;
