import { VERSION_2 } from './version-2.ts';
import type { Body, BodyKind, WordStep } from './word-step.ts';

/*
 * Old words of stored bodies. Every body carries in `v` the version of the words that it was written in, and says the same
 * for ever: an entry is never rewritten, and a row only when it changes. So what an older Kassa wrote is translated when it
 * is read, step by step, before its schema looks at it.
 */

/** In their order, without a gap. */
export const WORD_STEPS: readonly WordStep[] = [VERSION_2];

/** The version of the words that this Kassa writes: that of the file's form, so that a Kassa without these words refuses the file. */
export const WORDS_VERSION = 2;

/** Bodies of before there was a number have none. */
const FIRST_VERSION = 1;

/** A stored body in the words of today. A newer Kassa's is left as it is: its schema tells whether it can be understood. */
export function inTodaysWords(kind: BodyKind, stored: Body, steps: readonly WordStep[] = WORD_STEPS): Body {
  const { v, ...body } = stored;
  const version = typeof v === 'number' ? v : FIRST_VERSION;
  return steps.filter(({ to }) => to > version).reduce<Body>((translated, { bodies }) => bodies[kind]?.(translated) ?? translated, body);
}

/** The text of a body as it is stored. */
export function written(body: object): string {
  return JSON.stringify({ v: WORDS_VERSION, ...body });
}

/** Every word under which entries of this kind were ever written. */
export function entryKindsOf(kind: string, steps: readonly WordStep[] = WORD_STEPS): readonly string[] {
  return steps.reduceRight<readonly string[]>(
    (known, { entryKinds = {} }) => {
      const before = entryKinds[known.at(-1) ?? kind];
      return before === undefined ? known : [...known, before];
    },
    [kind],
  );
}
