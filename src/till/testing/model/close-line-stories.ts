import { night, oneOf, paid, waiting } from './beginnings.ts';
import { phone, press, spoil, wait } from './moves.ts';
import type { Move } from './moves.ts';

/** SEQR takes back what the till has as paid, and tells nobody: its report lacks it. */
const onlyInTheTill: readonly Move[] = [...paid, press('dismiss'), { do: 'seqr', act: 'takeBack' }, press('close'), wait(31_000)];

/** SEQR's letter says that there was no payment, and then its customer pays; another till of the shop has asked about it. */
export const onlyAtSeqr: readonly Move[] = [
  spoil('sendInvoice', { kind: 'lostAfter', cut: true }),
  press('dismiss'),
  press('ringUp'),
  press('charge'),
  wait(1_000),
  oneOf('letterFromSeqr'),
  phone('pay'),
  { do: 'seqr', act: 'readElsewhere' },
  wait(1_000),
  press('close'),
  wait(31_000),
];

/** SEQR names another amount than it took, which its report says. */
const withTwoAmounts: readonly Move[] = [
  ...waiting,
  spoil('getPaymentStatus', { kind: 'lie', lie: 'otherAmount' }, 4),
  phone('pay'),
  wait(3_000),
  oneOf('takePart', 'giveBack'),
  wait(1_000),
  press('close'),
  wait(31_000),
];

/** No report comes, and the close is finished without. */
const withoutReport: readonly Move[] = [
  ...paid,
  press('dismiss'),
  spoil('executeReport', { kind: 'refused', code: 10 }, 40),
  press('close'),
  wait(31_000),
  oneOf('finishWithout'),
  wait(1_000),
];

/** The report is of the whole shop, whose other till has no lines here. */
const ofTheShop: readonly Move[] = [press('scope'), ...paid, { do: 'seqr', act: 'sellElsewhere' }, press('close'), wait(31_000)];

/** Lines of a close of each kind, and what somebody does about them (PF-17, PF-30). */
export const CLOSE_LINES: readonly (readonly Move[])[] = [
  [...onlyInTheTill, oneOf('closeLineByLetter')],
  [...onlyInTheTill, ...night, ...night, oneOf('closeTillOnly')],
  [...onlyInTheTill, ...night, ...night, oneOf('closeLineAsNotPaid')],
  [...onlyAtSeqr, oneOf('takeUpRow'), wait(300), oneOf('giveBack'), wait(1_000)],
  [...onlyAtSeqr, oneOf('closeSeqrOnly')],
  [...withTwoAmounts, oneOf('closeLineByLetter')],
  [...withTwoAmounts, ...night, ...night, oneOf('closeDiffering')],
  ofTheShop,
  // A window that still shows the lines of a close before, which the one after it has found in its report.
  [
    { do: 'seqr', act: 'bookLate' },
    ...paid,
    press('dismiss'),
    press('close'),
    wait(31_000),
    { do: 'look' },
    press('close'),
    wait(31_000),
    { do: 'press', action: 'closeLineByLetter', pick: 0, old: true },
  ],
  [{ do: 'seqr', act: 'reportSwapped' }, ...onlyInTheTill],
  [...withoutReport, oneOf('closeNotCompared')],
  [...withoutReport, oneOf('closeAllLines')],
];
