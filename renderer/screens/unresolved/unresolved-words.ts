import type { Awaited, Doing } from '../../../src/contract/index.ts';
import type { Translate } from '../../../src/text/index.ts';

/** How a moment is written: `22 Nov 2025, 14:32`, or only its time. */
export interface Moments {
  readonly dateAndTime: (iso: string) => string;
  readonly timeOfDay: (iso: string) => string;
}

/** What the till is doing about it: the predicate of "Kassa". */
export function doingWords(doing: Doing, t: Translate, { timeOfDay }: Moments): string {
  if (doing.kind !== 'asks') return t(`unresolved.doing.${doing.kind}`);
  const asks = t(`unresolved.doing.${doing.repeats ?? 'asks'}`, { seconds: Math.round(doing.everyMs / 1_000) });
  const answer = doing.lastAt === null ? t('unresolved.doing.noAnswer') : t('unresolved.doing.lastAt', { when: timeOfDay(doing.lastAt) });
  return `${asks} ${answer}`;
}

/** What settles it, one sentence each, with the earliest time where it is known. */
export function awaitedWords(awaited: Awaited, t: Translate, { dateAndTime }: Moments): string {
  switch (awaited.kind) {
    case 'lapse':
      return t('unresolved.waits.lapse', { when: dateAndTime(awaited.at) });
    case 'absence':
      return awaited.at === null
        ? t('unresolved.waits.absenceOpen', { closes: awaited.closes })
        : t('unresolved.waits.absence', { when: dateAndTime(awaited.at), closes: awaited.closes });
    case 'supervisor':
      if (awaited.at === null) return t(awaited.closes > 0 ? 'unresolved.waits.supervisorClose' : 'unresolved.waits.supervisorNow');
      return t(awaited.closes > 0 ? 'unresolved.waits.supervisorAfter' : 'unresolved.waits.supervisor', { when: dateAndTime(awaited.at) });
    case 'answer':
    case 'registration':
    case 'keychain':
    case 'disk':
    case 'nextClose':
    case 'row':
    case 'absenceLost':
    case 'letter':
    case 'reading':
    case 'givenBack':
      return t(`unresolved.waits.${awaited.kind}`);
  }
}
