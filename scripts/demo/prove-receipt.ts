import fs from 'node:fs';
import path from 'node:path';
import { readPdf } from '../../e2e/support/pdf-text.ts';
import { loadState } from '../../src/simulator/state-file.ts';

export interface Proof {
  readonly ok: boolean;
  readonly sentence: string;
}

/**
 * Whether the saved receipt is the receipt of the one payment in the simulator's ledger. Run it when Kassa has ended.
 * @param charged the amount the till showed, with a decimal point
 */
export async function proveReceipt(pdf: string, charged: string, dataDir: string): Promise<Proof> {
  const state = await loadState(path.join(dataDir, 'simulator', 'state.json'), Date.now());
  if (state.kind !== 'found') return { ok: false, sentence: "Not proved: the simulator's ledger cannot be read." };
  const { ledger, receipts } = state.snapshot;
  const [entry] = ledger;
  if (entry === undefined || ledger.length !== 1) {
    return { ok: false, sentence: `Not proved: the ledger has ${ledger.length} entries instead of one.` };
  }
  const { ersReference, amountMinor } = entry;
  if (amountMinor !== Math.round(Number(charged) * 100)) {
    return { ok: false, sentence: `Not proved: the ledger has ${amountMinor} minor units for ${charged}.` };
  }
  const { text } = await readPdf(fs.readFileSync(pdf));
  if (!text.includes(ersReference)) {
    return { ok: false, sentence: `Not proved: ${path.basename(pdf)} does not hold the ledger's reference ${ersReference}.` };
  }
  const submitted = receipts.some((receipt) => receipt.ersReference === ersReference);
  const seqr = submitted ? ', and SEQR has it too' : '';
  return { ok: true, sentence: `Proved: the ledger has ${charged} once, as ${ersReference}; ${path.basename(pdf)} holds that reference${seqr}.` };
}
