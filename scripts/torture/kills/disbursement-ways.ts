import type { Snapshot } from '../../../src/contract/index.ts';
import { PIN, WentWrong } from './hands.ts';
import type { Hands } from './hands.ts';
import { sell } from './presses.ts';
import type { Way } from './way.ts';

async function refund(hands: Hands, number: number): Promise<void> {
  const { disbursement, lastReceipt } = await hands.look();
  const minor = lastReceipt?.total.minor ?? 0;
  await hands.must({
    kind: 'refund.send',
    number,
    revision: disbursement.revision,
    wish: { kind: 'whole' },
    minor,
    reason: 'Broken',
    pin: PIN,
  });
}

async function payOut(hands: Hands): Promise<void> {
  const { disbursement } = await hands.look();
  const [customer] = await hands.shop.seqr.customers();
  const minor = 1_000 + hands.next();
  const wish = { userId: customer?.userId ?? '', minor, description: 'Prize' };
  await hands.must({ kind: 'payOut.send', revision: disbursement.revision, ...wish, pin: PIN });
}

type DisbursementScreen = NonNullable<Snapshot['disbursement']['current']>['screen']['kind'];

async function disbursed(hands: Hands, screen: DisbursementScreen): Promise<void> {
  const { disbursement } = await hands.until(`a disbursement ${screen}`, (seen) => seen.disbursement.current?.screen.kind === screen);
  const { current } = disbursement;
  if (current !== null) await hands.must({ kind: 'disbursement.dismiss', id: current.id, stateNumber: current.stateNumber });
}

/** SEQR writes that it did not happen. */
async function notDone(hands: Hands): Promise<void> {
  const item = (await hands.look()).unresolved.findLast(({ kind }) => kind === 'disbursement');
  if (item === undefined) throw new WentWrong('no disbursement is unresolved');
  const letter = { reference: `LETTER/${hands.next()}`, pin: PIN };
  await hands.must({ kind: 'disbursement.resolve', id: item.attemptId, stateNumber: item.stateNumber, done: false, ...letter });
}

/** Sends money back in a way of its own, and waits for its end. */
function disbursing(
  what: 'refund' | 'payOut',
  spoiled: string | null,
  screen: DisbursementScreen,
  then?: (hands: Hands) => Promise<void>,
): Way {
  const operation = what === 'refund' ? 'refundPayment' : 'creditUser';
  return {
    // Where the way itself says how SEQR answers, and a letter of SEQR's tells what it did, nobody else spoils the call.
    calls: spoiled === null ? [operation] : [],
    async go(hands) {
      const number = what === 'refund' ? await sell(hands) : 0;
      if (spoiled !== null) await hands.spoil(operation, spoiled);
      if (screen === 'notSent') await hands.shop.till().setNetwork(false);
      await (what === 'refund' ? refund(hands, number) : payOut(hands));
      await disbursed(hands, screen);
      await hands.shop.till().setNetwork(true);
      await then?.(hands);
    },
  };
}

/** Money that goes back, and how that may end. */
export const DISBURSEMENT_WAYS = {
  refund: disbursing('refund', null, 'done'),
  refundLost: disbursing('refund', 'drop:after', 'unknown'),
  refundNotDone: disbursing('refund', 'drop:before', 'unknown', notDone),
  refundRefused: disbursing('refund', 'result:97', 'refused'),
  refundNotSent: disbursing('refund', null, 'notSent'),
  payOut: disbursing('payOut', null, 'done'),
  payOutLost: disbursing('payOut', 'drop:after', 'unknown'),
  payOutNotDone: disbursing('payOut', 'drop:before', 'unknown', notDone),
  payOutRefused: disbursing('payOut', 'result:52', 'refused'),
  payOutNotSent: disbursing('payOut', null, 'notSent'),
} satisfies Record<string, Way>;
