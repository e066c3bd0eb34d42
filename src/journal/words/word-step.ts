/** The stored bodies by what they are about; those of slots by their names. */
export type BodyKind = 'attempt' | 'disbursement' | 'receipt' | 'job' | 'close' | 'open-sale' | 'unpaid-rows' | 'closed-lines' | 'owner';

/** A body as JSON: nothing is known about it yet. */
export type Body = Readonly<Record<string, unknown>>;

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What one version changed in the words. */
export interface WordStep {
  /** The version whose words a translated body has. */
  readonly to: number;
  readonly bodies: { readonly [Kind in BodyKind]?: (body: Body) => Body };
  /** Kinds of entries that have another word since, by the new one. */
  readonly entryKinds?: Readonly<Record<string, string>>;
}
