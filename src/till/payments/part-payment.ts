import { MAX_NAME_LENGTH } from '../../catalogue/product.ts';
import { givenBackMinor } from '../../disbursement/index.ts';
import type { Money } from '../../money/index.ts';
import { step, takenFor, termsOf, termsOfSale } from '../../payment/index.ts';
import type { Terms } from '../../payment/index.ts';
import { bounded } from '../../plain-text/plain-text.ts';
import type { AttemptRecord, Entry, Journal } from '../../records/index.ts';
import { asRest, partSale, restOf } from '../../sale/index.ts';
import type { Sale } from '../../sale/index.ts';
import type { WithTheSale } from '../sales/counter.ts';
import type { Holdings } from './holding.ts';
import { mayTakePart, recordAfter } from './record.ts';
import type { ShownHoldings } from './showing.ts';
import type { WishResult } from './wished.ts';
import type { Writer } from './writer.ts';

export interface PartPaymentDeps {
  readonly journal: Pick<Journal, 'attempt' | 'receipt' | 'refundsOf'>;
  /** The payment as one for what SEQR took of its sale. */
  readonly partTerms: (record: AttemptRecord) => Terms;
  readonly holdings: Holdings;
  readonly showing: Pick<ShownHoldings, 'atState'>;
  readonly writer: Pick<Writer, 'ask'>;
  readonly nowIso: () => string;
  readonly changed: () => void;
}

/** What SEQR took is less than the sale: a supervisor takes it as a part, and the rest stays to be paid (PF-08). */
export interface PartPayment {
  /** What SEQR took has paid for a part of the sale: with its receipt, and the rest on the counter (PF-08). */
  takePart(attemptId: string, stateNumber: number): WishResult;
  /** What becomes of the parts that were paid when what was left to pay is voided: to be written with it. */
  withoutRestOf(sale: Sale): WithTheSale;
}

export function createPartPayment({ journal, partTerms, holdings, showing, writer, nowIso, changed }: PartPaymentDeps): PartPayment {
  return {
    takePart(attemptId, stateNumber) {
      const holding = showing.atState(attemptId, stateNumber, null);
      if (holding === null || !mayTakePart(holding.record)) return 'stale';
      const terms = partTerms(holding.record);
      // The screen that said both figures is done with; the rest is on the counter.
      const written = writer.ask(holding, { kind: 'takePart', terms }, { onScreen: false });
      changed();
      return written ? 'done' : 'write-failed';
    },
    withoutRestOf(sale) {
      const attempts = restOf(sale).flatMap((number) => {
        const id = journal.receipt(number)?.attemptId;
        const record = id === undefined ? null : (holdings.get(id)?.record ?? journal.attempt(id));
        // What has gone back from the journal already is not owed again.
        if (record === null || givenBackMinor(journal.refundsOf(number)) >= (takenFor(record.facts, record.state)?.minor ?? 0)) return [];
        const result = step(record.state, { kind: 'restVoided' }, { facts: record.facts, restarted: false, nowIso: nowIso() });
        return result.state === record.state ? [] : [recordAfter(record, result, nowIso())];
      });
      const entries = attempts.map(({ facts, state }): Entry => ({
        kind: `attempt.${state.kind}`,
        subject: facts.id,
        body: { by: 'restVoided', state },
      }));
      return { attempts, entries };
    },
  };
}

/** What SEQR took, as a part of each row of the sale. */
export function partTermsOf({ facts, state }: AttemptRecord, named: (name: string) => string): Terms {
  const { sale } = termsOf(facts, state);
  const taken = takenFor(facts, state);
  if (taken === null) throw new RangeError(`no amount was taken for ${facts.id}`);
  const rows = partSale(sale, taken).paid.map((row) => ({ ...row, name: bounded(named(row.name), MAX_NAME_LENGTH) }));
  return termsOfSale({ id: sale.id, currency: sale.currency, rows });
}

/** What is left to pay, when the part has its receipt. */
export function restSale(
  { sale: { currency, note, ...sale } }: Terms,
  paid: Money,
  receiptNumber: number,
  { id, named }: { readonly id: string; readonly named: (name: string) => string },
): Sale {
  const rows = asRest(partSale({ ...sale, currency }, paid).rest, receiptNumber, named);
  return { id, currency, rows, ...(note === undefined ? {} : { note }) };
}
