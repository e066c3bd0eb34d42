import type { AttachOffer, CloseRow, CloseView } from '../../contract/day-view.ts';
import { closeVerdict } from '../../day/index.ts';
import type { Close } from '../../day/index.ts';
import { isForTheReport } from '../../payment/index.ts';
import type { AttemptRecord } from '../../records/index.ts';

/** The close under way; null: it is done. */
export function closeView(
  { facts, state, stateNumber, lost }: Close,
  passing: Pick<CloseView, 'forMs' | 'needsPassword' | 'tries' | 'canFinishWithout'>,
): CloseView | null {
  if (state.kind === 'done') return null;
  return {
    closeId: facts.id,
    stateNumber,
    scope: facts.scope,
    startedAt: facts.startedAt,
    state: state.kind,
    ...passing,
    problem: 'problem' in state ? state.problem : null,
    lostMarks: lost.length,
    former: facts.former === true ? facts.register : null,
  };
}

export function closeRow(close: Close): CloseRow | null {
  const { number, facts, state } = close;
  if (state.kind !== 'done' || number === null) return null;
  const { doneAt, periodId, result } = state;
  return {
    number,
    doneAt,
    periodId,
    scope: facts.scope,
    verdict: closeVerdict(close),
    sales: result?.sales ?? null,
    returns: result?.returns ?? null,
  };
}

/** What a supervisor can still attach: the payment is open, and the till knows none of the references by now (PF-18). */
export function attachOffers(
  close: Close,
  inPlay: readonly AttemptRecord[],
  isKnown: (ersReference: string) => boolean,
): readonly AttachOffer[] {
  if (close.state.kind !== 'done' || close.state.result === null) return [];
  return close.state.result.resolutions.flatMap((resolution) => {
    if (resolution.subject !== 'payment' || resolution.verdict !== 'offered') return [];
    const record = inPlay.find(({ facts }) => facts.id === resolution.id);
    const references = resolution.references.filter((reference) => !isKnown(reference));
    if (!record || !isForTheReport(record.state) || references.length === 0) return [];
    const { id, correlationId, startedAt } = record.facts;
    return [{ attemptId: id, stateNumber: record.stateNumber, correlationId, amount: resolution.amount, startedAt, references }];
  });
}
