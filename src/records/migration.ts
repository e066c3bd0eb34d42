/** What a migration of the journal's file needs. */
export interface MigrationMeans {
  /** The version of Kassa, for the entry that says what was done. */
  readonly kassa: string;
  /** Free bytes on the disk that the file is on. */
  readonly freeBytes: () => Promise<number>;
}

/** Why the file keeps its old form. Nothing was changed. */
export type MigrationHindrance =
  /** A copy of the old file does not fit on the disk. */
  | { readonly kind: 'noRoom' }
  /** The copy or the change went wrong. */
  | { readonly kind: 'failed'; readonly detail: string };

export type MigrationOutcome =
  /** There was nothing to do. */
  | { readonly kind: 'current' }
  /** The file has this Kassa's form now. */
  | { readonly kind: 'migrated' }
  /** The journal was closed meanwhile; nothing was changed. */
  | { readonly kind: 'closed' }
  | MigrationHindrance;
