import type { Intent } from '../../../contract/intents.ts';
import { isSelling, NOTHING } from './action.ts';
import type { Action, Offers, Seen } from './action.ts';

/** A refund of one of the latest sales: whole, or a part. */
async function refunds({ snapshot, till, pin }: Seen): Promise<Offers> {
  if (!isSelling(snapshot)) return NOTHING;
  const offers: Intent[] = [];
  for (const row of (await till.call('journal', '')).slice(0, 6)) {
    if (row.kind !== 'sale') continue;
    const view = await till.call('refund', row.number);
    if (view === null || view.problem !== null) continue;
    const part = Math.max(1, Math.floor(view.refundable.minor / 3));
    for (const wish of [{ kind: 'whole' } as const, { kind: 'amount', minor: part } as const]) {
      const sum = await till.call('refundSum', row.number, wish);
      if (!sum.ok) continue;
      const { revision } = snapshot.disbursement;
      offers.push({ kind: 'refund.send', number: row.number, revision, wish, minor: sum.amount.minor, reason: 'broken', pin });
    }
  }
  return offers;
}

/** Money that leaves the shop because somebody wants it to. */
export const refundActions = {
  refund: refunds,
  payOut: ({ snapshot, userId, pin }) =>
    isSelling(snapshot)
      ? [1_000, 2_000].map((minor): Intent => ({
          kind: 'payOut.send',
          revision: snapshot.disbursement.revision,
          userId: snapshot.lastUserId ?? userId,
          minor,
          description: 'prize',
          pin,
        }))
      : NOTHING,
  sendRefundAgain: ({ snapshot: { unresolved }, pin }) =>
    unresolved
      .filter(({ sendAgain }) => sendAgain)
      .map(({ attemptId: id, stateNumber }): Intent => ({ kind: 'refund.sendAgain', id, stateNumber, pin })),
  readDisbursement: ({ snapshot: { disbursement: part } }) =>
    part.current === null || part.current.screen.kind === 'sending'
      ? NOTHING
      : [{ kind: 'disbursement.dismiss', id: part.current.id, stateNumber: part.current.stateNumber }],
} satisfies Record<string, Action>;
