/** A tree of texts; leaves may hold `{{name}}` placeholders. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** The dotted paths of a tree's texts. */
export type Leaves<Tree, Prefix extends string = ''> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? `${Prefix}${Key}` : Leaves<Tree[Key], `${Prefix}${Key}.`>;
}[keyof Tree & string];

type SameShape<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : SameShape<T[Key]> };

/** One part of the catalogue. Every language has just the keys that English has; a missing one does not compile. */
export function section<const English extends TextTree>(
  en: English,
  sv: SameShape<NoInfer<English>>,
): { readonly en: English; readonly sv: SameShape<English> } {
  return { en, sv };
}
