import type { DayView } from '../../../src/contract/index.ts';
import { openThingText } from '../../../src/day/index.ts';
import type { OpenThing } from '../../../src/day/index.ts';
import type { Translate } from '../../../src/text/index.ts';

/** Lines of a close are many of one kind: so many of them are named. */
const NAMED = 4;

export type DayItemKind = 'tillOnly' | 'differs' | 'seqrOnly' | 'notCompared' | 'markLost' | 'held';

/** What a close has left open: the lines of one kind together, and a close that nobody has gone on with. */
export interface DayItem {
  readonly kind: DayItemKind;
  readonly lines: readonly OpenThing[];
}

const LINES = ['tillOnly', 'differs', 'seqrOnly', 'notCompared'] as const;

export function dayItems({ close, lines }: Pick<DayView, 'close' | 'lines'>): readonly DayItem[] {
  const unfinished = close?.state === 'markLost' || close?.state === 'held' ? [{ kind: close.state, lines: [] }] : [];
  const byKind = LINES.map((kind): DayItem => ({ kind, lines: lines.filter((line) => line.kind === kind) }));
  return [...unfinished, ...byKind.filter((item) => item.lines.length > 0)];
}

/** The first of them by name, and how many there are beside. */
export function namedLines({ lines }: DayItem, t: Translate): readonly string[] {
  const named = lines.slice(0, NAMED).map((line) => openThingText(line, t));
  return lines.length > NAMED ? [...named, t('unresolved.day.more', { count: lines.length - NAMED })] : named;
}
