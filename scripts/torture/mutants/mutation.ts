/** One thing made wrong: a text that stands once in one file, and what stands there instead. */
export interface Mutation {
  /** What is wrong then. */
  readonly name: string;
  /** From the repository's root. */
  readonly file: string;
  readonly text: string;
  readonly instead: string;
}

/** @throws Error if the text does not stand there exactly once: the mutation has to follow the code */
export function mutated(source: string, { name, file, text, instead }: Mutation): string {
  const times = source.split(text).length - 1;
  if (times !== 1) throw new Error(`the mutation "${name}" finds its text ${times} times in ${file}`);
  return source.replace(text, () => instead);
}
