import { night, oneOf, paid, waiting } from './beginnings.ts';
import { onlyAtSeqr } from './close-line-stories.ts';
import { DAY_MS } from './durations.ts';
import { kill, phone, press, spoil, wait } from './moves.ts';
import type { Move } from './moves.ts';

const printer = (state: 'good' | 'broken' | 'silent'): Move => ({ do: 'printer', state });

/** Nobody knows what became of a refund, and reports tell of none. */
const refundUnknown: readonly Move[] = [
  ...paid,
  press('dismiss'),
  { do: 'seqr', act: 'noRefundsInReports' },
  spoil('refundPayment', { kind: 'lostBefore', cut: true }),
  press('refund', 1),
  wait(300),
  press('readDisbursement'),
];

/** What happens in every shop, and needs a little before it can be pressed. */
export const EVERYDAY: readonly (readonly Move[])[] = [
  [...waiting, wait(31_000), press('keepWaiting'), wait(3_000), phone('pay'), wait(2_500)],
  [...waiting, spoil('cancelInvoice', { kind: 'lostBefore', cut: true }, 2), press('cancel'), press('keepWaiting'), wait(3_000)],
  [...waiting, press('change'), press('ringUp'), press('leaveUnchanged'), wait(300), phone('pay'), wait(2_500)],
  ...[0, 1].map((pick) => [printer('silent'), ...paid, kill(300), wait(1_000), press('didPrint', pick), printer('good'), wait(300)]),
  ...[0, 1].map((pick) => [printer('broken'), ...paid, wait(1_000), printer('good'), press('printAgain', pick), wait(1_000)]),
  ...[0, 1].map((pick) => [...paid, wait(1_000), press('print', pick), wait(1_000)]),
  [{ do: 'wall', ms: DAY_MS }, ...paid, press('readNotice')],
  [...refundUnknown, ...night, ...night, ...night, ...night, oneOf('supervisorClosesDisbursement')],
  // SEQR will never refund it, and its customer has the money otherwise.
  [
    ...onlyAtSeqr,
    oneOf('takeUpRow'),
    spoil('refundPayment', { kind: 'refused', code: 97 }),
    wait(300),
    oneOf('giveBack'),
    wait(1_000),
    press('readDisbursement'),
    oneOf('closeRefused'),
  ],
  [press('close'), wait(31_000), press('runReport'), wait(40), press('stopReport'), wait(300)],
  [press('close'), wait(31_000), press('runReport'), wait(31_000), press('runReport', 1), wait(7_000)],
  [press('closeAndKeep'), wait(31_000), press('forgetPassword'), press('close'), wait(31_000)],
  [press('changeLoyalty', 0), wait(300), phone('putCard'), ...paid, wait(3_000)],
  [
    press('changeLoyalty', 1),
    press('dismiss'),
    press('ringUp'),
    press('scanCard'),
    press('removeMember'),
    press('scanCard'),
    press('charge'),
  ],
  [press('newCashier'), wait(300), press('takeOver'), ...paid],
  [press('changePin'), wait(40), kill(300), wait(1_000), press('payOut', 0), wait(1_000), press('payOut', 0), wait(1_000)],
  [press('recoverPin'), wait(300), press('assign'), wait(1_000)],
  // With the settings the terminal is lost and the PIN; the code on the owner's paper opens the list.
  [
    spoil('sendInvoice', { kind: 'lostBefore', cut: true }),
    press('dismiss'),
    press('ringUp'),
    press('charge'),
    wait(1_000),
    press('giveUp'),
    { do: 'loseSettings' },
    kill(300),
    wait(7_000),
    press('recoverPin'),
    wait(300),
    oneOf('letterAboutPayment'),
    wait(300),
  ],
  [
    press('leavePractice'),
    press('chooseLive'),
    wait(1_000),
    press('wizard'),
    wait(300),
    press('wizard'),
    wait(300),
    kill(300),
    wait(1_000),
    press('givePin'),
    wait(300),
    press('turnBack'),
    wait(300),
    press('wizard'),
    wait(300),
  ],
  [press('leavePractice'), wait(300), press('practise'), wait(3_000), press('turnBack'), press('finishSetUp')],
];
