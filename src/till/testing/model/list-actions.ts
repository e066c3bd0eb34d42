import type { Intent } from '../../../contract/intents.ts';
import type { UnresolvedItem } from '../../../contract/payment-view.ts';
import { NOTHING } from './action.ts';
import type { Action, Offers, Seen } from './action.ts';

type Word = (item: UnresolvedItem) => { readonly letter: string; readonly reason: string };

/** A supervisor says of each payment on the list that it is not paid. */
function closings({ snapshot: { unresolved }, pin }: Seen, word: Word): Offers {
  return unresolved
    .filter(({ kind, dismissable }) => kind !== 'disbursement' && !dismissable)
    .map((item): Intent => {
      const { attemptId, stateNumber } = item;
      return { kind: 'payment.close', attemptId, stateNumber, paid: false, ersReference: '', ...word(item), pin };
    });
}

/** Whatever SEQR says in a letter, about what is on the list or the screen, or a line of the latest close. */
function letters({ snapshot: { unresolved, payment: shown, day }, letterAboutPayment, pin }: Seen): Offers {
  const listed = unresolved.filter(({ kind, dismissable }) => kind !== 'disbursement' && !dismissable).map(({ attemptId }) => attemptId);
  const onScreen = shown === null ? [] : [shown.attemptId];
  const missed = day.lines.filter(({ kind }) => kind === 'tillOnly').map(({ id }) => id);
  return [...new Set([...listed, ...onScreen, ...missed])].flatMap((attemptId): Offers => {
    const said = letterAboutPayment(attemptId);
    if (said === null) return NOTHING;
    const { stateNumber, paid } = said;
    const letter = `LETTER${stateNumber}`;
    const ersReference = said.paid ? said.ersReference : '';
    return [{ kind: 'payment.close', attemptId, stateNumber, paid, ersReference, letter, reason: 'SEQR wrote', pin }];
  });
}

/** A refund or a pay-out of unknown outcome: what became of it. Whoever closes it says what is so, as far as SEQR knows by now. */
function closedDisbursements({ snapshot: { unresolved }, letter, pin }: Seen, byLetter: boolean): Offers {
  return unresolved
    .filter(({ kind }) => kind === 'disbursement')
    .flatMap(({ attemptId: id, stateNumber }): Offers => {
      const done = letter(id);
      if (done === null) return NOTHING;
      const word = byLetter ? { reference: `LETTER${stateNumber}` } : { reference: '', reason: 'nobody can say' };
      return [{ kind: 'disbursement.resolve', id, stateNumber, done, ...word, pin }];
    });
}

/** What is done about the list of what is not settled. */
export const listActions = {
  readAlarm: ({ snapshot: { unresolved } }) =>
    unresolved
      .filter(({ dismissable }) => dismissable)
      .map(({ id: itemId, attemptId, stateNumber }): Intent => ({ kind: 'unresolved.dismiss', itemId, attemptId, stateNumber })),
  letterFromSeqr: letters,
  /** What no evidence settles any more: once its time has come, without a letter. */
  supervisorClosesPayment: (seen) => closings(seen, () => ({ letter: '', reason: 'nobody can say' })),
  supervisorClosesDisbursement: (seen) => closedDisbursements(seen, false),
  /** Where there is no terminal, and no close can begin, only SEQR's letter ends a payment. */
  letterAboutPayment: (seen) =>
    seen.snapshot.day.whyNot?.code === 'day.not-set-up'
      ? closings(seen, ({ stateNumber }) => ({ letter: `LETTER${stateNumber}`, reason: 'SEQR wrote' }))
      : NOTHING,
  letterAboutDisbursement: (seen) => closedDisbursements(seen, true),
  free: ({ snapshot: { unresolved }, pin }) =>
    unresolved
      .filter(({ free }) => free === true)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'payment.free', attemptId, stateNumber, pin })),
  giveBack: ({ snapshot: { unresolved, disbursement: part }, pin }) =>
    unresolved
      .filter(({ kind }) => kind === 'giveBack')
      .map(({ attemptId, stateNumber }): Intent => ({
        kind: 'payment.giveBack',
        attemptId,
        stateNumber,
        revision: part.revision,
        reason: 'paid for nothing',
        pin,
      })),
  takePart: ({ snapshot: { unresolved }, pin }) =>
    unresolved
      .filter(({ rest }) => rest !== undefined)
      .map(({ attemptId, stateNumber }): Intent => ({ kind: 'payment.takePart', attemptId, stateNumber, pin })),
  closeRefused: ({ snapshot: { unresolved }, pin }) =>
    unresolved
      .filter(({ refundRefused }) => refundRefused === true)
      .map(({ attemptId, stateNumber }): Intent => ({
        kind: 'payment.closeRefused',
        attemptId,
        stateNumber,
        reason: 'paid out in cash',
        pin,
      })),
} satisfies Record<string, Action>;
