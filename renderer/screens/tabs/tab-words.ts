import type { ChangeOutcomeView, ReservedPhaseView } from '../../../src/contract/index.ts';
import type { Language } from '../../../src/language/language.ts';
import { formatMoney } from '../../../src/money/index.ts';
import type { Money } from '../../../src/money/index.ts';
import { answerWords } from '../../../src/text/index.ts';
import type { Translate } from '../../../src/text/index.ts';

/** What the words about a tab need of it; the payment's screen and the list of tabs both have it. */
export interface TabFacts {
  readonly phase: ReservedPhaseView;
  readonly inDoubt: boolean;
  /** What SEQR keeps. */
  readonly reserved: Money;
  /** What is being taken, while that is under way. */
  readonly taking: Money;
  readonly lastUpdate: ChangeOutcomeView | null;
  readonly lastCommit: ChangeOutcomeView | null;
}

/** Where the reservation stands, in one sentence (PF-29). */
export function phaseWords({ phase, inDoubt, reserved, taking, lastCommit }: TabFacts, t: Translate, language: Language): string {
  switch (phase) {
    case 'held':
      return t('tab.phase.held', { amount: formatMoney(reserved, language) });
    case 'committing':
      if (isNotReserved(lastCommit)) return t('tab.refused.notReserved');
      return t(inDoubt ? 'tab.phase.committingInDoubt' : 'tab.phase.committing', { amount: formatMoney(taking, language) });
    case 'updating':
      return t(`tab.phase.${phase}`, { amount: formatMoney(taking, language) });
    case 'unsure':
      return isNotReserved(lastCommit) ? t('tab.refused.notReserved') : t('tab.phase.unsure');
    case 'committed':
    case 'releasing':
    case 'lapsed':
      return t(`tab.phase.${phase}`);
  }
}

export interface CaptureProblem {
  readonly text: string;
  /** To read out on the phone; null if there is none. */
  readonly code: string | null;
}

/** Why the last try to take the money ended where it did, while the tab is at rest again; null: there is nothing to say. */
export function captureProblem(tab: TabFacts, t: Translate, language: Language): CaptureProblem | null {
  if (tab.phase !== 'held' && tab.phase !== 'lapsed') return null;
  const amount = formatMoney(tab.reserved, language);
  const { lastCommit, lastUpdate } = tab;
  if (isNotReserved(lastCommit)) return { text: t('tab.refused.notReservedYet'), code: 'seqr.commitReservation.96' };
  switch (lastCommit?.kind) {
    case 'refused': {
      const { happened } = answerWords(language, 'commitReservation', lastCommit.resultCode);
      return { text: t('tab.refused.commit', { happened, amount }), code: `seqr.commitReservation.${lastCommit.resultCode}` };
    }
    case 'notSent':
      return { text: t('tab.refused.commitNotSent', { amount }), code: null };
    case 'unsure':
      return { text: t('tab.refused.commitUnsure', { amount }), code: null };
    case 'taken':
    case undefined:
      return updateProblem(lastUpdate, amount, t, language);
  }
}

function updateProblem(last: ChangeOutcomeView | null, amount: string, t: Translate, language: Language): CaptureProblem | null {
  switch (last?.kind) {
    case 'refused': {
      const { happened } = answerWords(language, 'updateInvoice', last.resultCode);
      return { text: t('tab.refused.update', { happened, amount }), code: `seqr.updateInvoice.${last.resultCode}` };
    }
    case 'notSent':
      return { text: t('tab.refused.updateNotSent', { amount }), code: null };
    case 'unsure':
      return { text: t('tab.refused.updateUnsure'), code: last.resultCode === null ? null : `seqr.updateInvoice.${last.resultCode}` };
    case 'taken':
    case undefined:
      return null;
  }
}

/** 96: SEQR holds no reservation for this invoice; the status has the last word on it. */
function isNotReserved(last: ChangeOutcomeView | null): boolean {
  return last?.kind === 'refused' && last.resultCode === 96;
}

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** How long SEQR still keeps the money. A clock on the wall is good enough to read (PF-27). */
export function timeLeftWords(lapsesAt: string | null, nowMs: number, t: Translate): string {
  if (lapsesAt === null) return t('tab.left.unknown');
  const leftMs = Date.parse(lapsesAt) - nowMs;
  if (leftMs <= 0) return t('tab.left.over');
  const minutes = Math.floor(leftMs / MINUTE_MS);
  if (minutes === 0) return t('tab.left.seconds');
  if (minutes < HOUR_MINUTES) return t('tab.left.minutes', { minutes });
  return t('tab.left.hours', { hours: Math.floor(minutes / HOUR_MINUTES), minutes: minutes % HOUR_MINUTES });
}
