import { wished } from '../payments/wished.ts';
import type { SessionIntents } from '../rule.ts';
import type { DisbursementDesk } from './disbursement-desk.ts';
import type { PayingOut } from './paying-out.ts';
import type { Refunding } from './refunding.ts';

export interface RefundParts {
  readonly disbursement: DisbursementDesk;
  readonly refunding: Refunding;
  readonly payingOut: PayingOut;
}

const SEND = { right: 'owner', movesMoney: true, without: 'stale' } as const;

export const refundIntents = {
  'refund.send': {
    ...SEND,
    before: ({ refunding }, intent) => refunding.ready(intent),
    apply: ({ refunding }, intent) => refunding.send(intent),
  },
  'refund.sendAgain': { ...SEND, apply: ({ refunding }, intent) => refunding.sendAgain(intent) },
  'payment.giveBack': {
    ...SEND,
    before: ({ refunding }, intent) => refunding.ready(intent),
    apply: ({ refunding }, intent) => refunding.giveBack(intent),
  },
  'payOut.send': {
    ...SEND,
    before: ({ payingOut }, intent) => payingOut.ready(intent),
    apply: ({ payingOut }, intent) => payingOut.send(intent),
  },
  'disbursement.dismiss': {
    right: 'anyone',
    movesMoney: false,
    without: 'stale',
    apply: ({ disbursement }, { id, stateNumber }) => wished(disbursement.dismiss(id, stateNumber)),
  },
} satisfies SessionIntents<RefundParts>;
