import fs from 'node:fs';
import path from 'node:path';
import { readPdf } from '../../e2e/support/pdf-text.ts';
import { loadState } from '../../src/simulator/testing/index.ts';

export interface Paper {
  readonly pdf: string;
  /** As the till showed it, with a decimal point. */
  readonly amount: string;
}

/** What the play left behind. */
export interface Played {
  readonly payment: Paper;
  readonly refund: Paper;
}

export interface Proof {
  readonly ok: boolean;
  readonly sentence: string;
}

interface Entry {
  readonly ersReference: string;
  readonly amountMinor: number;
}

/** Whether the saved receipts are those of the one payment and its one refund in the simulator's ledger. Run it when Kassa has ended. */
export async function proveReceipts({ payment, refund }: Played, dataDir: string): Promise<Proof> {
  const state = await loadState(path.join(dataDir, 'simulator', 'state.json'), Date.now());
  if (state.kind !== 'found') return not("the simulator's ledger cannot be read");
  const { ledger, receipts } = state.snapshot;
  const [paid, back] = ledger;
  if (paid === undefined || back === undefined || ledger.length !== 2) return not(`the ledger has ${ledger.length} entries instead of two`);
  if (paid.kind !== 'debit' || back.kind !== 'refund' || back.paymentReference !== paid.ersReference)
    return not('the ledger has no payment and its refund');
  const wrong = (await wrongIn(paid, payment)) ?? (await wrongIn(back, refund));
  if (wrong !== null) return not(wrong);
  const submitted = [paid, back].every((entry) => receipts.some((receipt) => receipt.ersReference === entry.ersReference));
  const seqr = submitted ? ', and SEQR has both' : '';
  return {
    ok: true,
    sentence: `Proved: the ledger has ${payment.amount} once, as ${paid.ersReference}, and ${refund.amount} of it back, as ${back.ersReference}; the receipts hold the references${seqr}.`,
  };
}

function not(why: string): Proof {
  return { ok: false, sentence: `Not proved: ${why}.` };
}

/** What does not fit between the ledger and the paper; null if all does. */
async function wrongIn({ amountMinor, ersReference }: Entry, { pdf, amount }: Paper): Promise<string | null> {
  if (amountMinor !== Math.round(Number(amount) * 100)) return `the ledger has ${amountMinor} minor units for ${amount}`;
  const { text } = await readPdf(fs.readFileSync(pdf));
  return text.includes(ersReference) ? null : `${path.basename(pdf)} does not hold the ledger's reference ${ersReference}`;
}
