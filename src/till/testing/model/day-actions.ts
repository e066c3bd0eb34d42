import type { Intent } from '../../../contract/intents.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import { isSelling, NOTHING, when } from './action.ts';
import type { Action, Offers, Seen } from './action.ts';
import { RESELLER_PASSWORD } from './template.ts';

const passwordFor = ({ day }: Snapshot): { readonly password: string | null; readonly keep: null } => ({
  password: day.passwordKept ? null : RESELLER_PASSWORD,
  keep: null,
});

async function attachments({ snapshot, till, pin }: Seen): Promise<Offers> {
  const number = snapshot.day.lastNumber;
  const document = number === 0 ? null : await till.call('close', number);
  return (document?.offers ?? []).flatMap(({ attemptId, stateNumber, references }) =>
    references.map((ersReference): Intent => ({
      kind: 'day.attach',
      number,
      attemptId,
      attemptStateNumber: stateNumber,
      ersReference,
      pin,
    })),
  );
}

function goOn(snapshot: Snapshot): Offers {
  const under = snapshot.day.close;
  return under !== null && (under.state === 'markLost' || under.state === 'held' || under.needsPassword)
    ? [{ kind: 'day.goOn', closeId: under.closeId, stateNumber: under.stateNumber, ...passwordFor(snapshot) }]
    : NOTHING;
}

/** Of a period that SEQR has named at a close. */
async function reports({ snapshot, till }: Seen): Promise<Offers> {
  if (!isSelling(snapshot)) return NOTHING;
  const periods = (await till.call('closes')).flatMap(({ periodId }) => periodId ?? []);
  return periods.slice(0, 2).map((periodId): Intent => ({
    kind: 'report.run',
    reportId: 'Reconciliation/STD_RECON_007.xml',
    periodId,
    language: 'en',
    ...passwordFor(snapshot),
  }));
}

/** Hours after which an absence proves something: a day, three, a week. */
const ABSENCES = [24, 72, 168];

export const dayActions = {
  close: ({ snapshot }) => when(snapshot.day.whyNot === null, { kind: 'day.close', ...passwordFor(snapshot) }),
  closeAndKeep: ({ snapshot, pin }) =>
    when(snapshot.day.whyNot === null, { kind: 'day.close', password: RESELLER_PASSWORD, keep: { pin, consent: true } }),
  goOn: ({ snapshot }) => goOn(snapshot),
  /** Of the two ways of going on, the one whose answer is there in half a minute. */
  markAgain: ({ snapshot }) => (snapshot.day.close?.state === 'markLost' ? goOn(snapshot) : NOTHING),
  finishWithout: ({ snapshot: { day: shown }, pin }) =>
    shown.close?.canFinishWithout === true
      ? [{ kind: 'day.finishWithout', closeId: shown.close.closeId, stateNumber: shown.close.stateNumber, pin }]
      : NOTHING,
  attach: attachments,
  scope: ({ snapshot: { day: shown, mode }, pin }) =>
    when(mode !== 'unset', { kind: 'day.scope', scope: shown.scope === 'terminal' ? 'shop' : 'terminal', pin }),
  absence: ({ snapshot: { day: shown, mode }, pin }) =>
    mode === 'unset'
      ? NOTHING
      : ABSENCES.filter((hours) => hours !== shown.absenceHours).map((hours): Intent => ({ kind: 'day.absence', hours, pin })),
  forgetPassword: ({ snapshot }) => when(snapshot.day.passwordKept, { kind: 'day.forgetPassword' }),
  runReport: reports,
  stopReport: ({ snapshot }) => when(snapshot.day.report !== null, { kind: 'report.stop' }),
} satisfies Record<string, Action>;
