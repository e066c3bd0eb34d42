/** A tree of texts; leaves may hold `{{name}}` placeholders. */
export interface TextTree {
  readonly [key: string]: string | TextTree;
}

type SameShape<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : SameShape<T[Key]> };

/** One part of the catalogue. Every language has just the keys that English has; a missing one does not compile. */
export function section<const English extends TextTree>(
  en: English,
  sv: SameShape<NoInfer<English>>,
): { readonly en: English; readonly sv: SameShape<English> } {
  return { en, sv };
}
