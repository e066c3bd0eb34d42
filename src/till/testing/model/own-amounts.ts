import { giveBackOf, referenceOf } from '../../../payment/index.ts';
import { classify } from '../../../protocol/index.ts';
import type { Answer } from '../../../protocol/index.ts';
import type { Books } from './books.ts';
import type { SeenCall } from './model-network.ts';
import type { Fail } from './rules.ts';

/** An amount that the till has asked for itself is no other amount when SEQR takes it (PF-08, PF-25). */
export interface OwnAmounts {
  started(call: SeenCall): void;
  heard(call: SeenCall, answer: Answer<unknown>): void;
  check(): void;
}

export function createOwnAmounts(books: Books, fail: Fail): OwnAmounts {
  /** By reference: changes that were asked for and not answered with yes or no since the last yes, in minor units. */
  const doubtful = new Map<string, readonly SeenCall[]>();
  const of = (reference: string): readonly SeenCall[] => doubtful.get(reference) ?? [];

  return {
    started(call) {
      if (call.operation === 'updateInvoice' && call.about !== null) doubtful.set(call.about, [...of(call.about), call]);
    },
    heard(call, answer) {
      if (call.operation !== 'updateInvoice' || call.about === null || answer.kind === 'noAnswer') return;
      const meaning = answer.kind === 'notSent' ? 'no' : classify('updateInvoice', answer.resultCode);
      if (meaning === 'ok') doubtful.delete(call.about);
      else if (meaning !== 'noInformation')
        doubtful.set(
          call.about,
          of(call.about).filter((each) => each !== call),
        );
    },
    check() {
      for (const { attempts } of [books.practice, books.live])
        for (const { record } of attempts.values()) {
          const back = giveBackOf(record.state);
          const taken = back?.why === 'otherAmount' ? back.taken?.minor : undefined;
          if (taken !== undefined && of(referenceOf(record.state) ?? '').some(({ amountMinor }) => amountMinor === taken))
            fail('own-amount', `${record.facts.id}: ${taken} is called another amount, and the till had asked for it`);
        }
    },
  };
}
