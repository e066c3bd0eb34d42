/** What there is to say about a file that only a newer Kassa understands. */
export interface NewerFile {
  /** Its name, without the folder. */
  readonly file: string;
  /** The version of its form, as it says itself. */
  readonly found: number;
  /** The newest version that this Kassa knows. */
  readonly known: number;
}

/** A newer Kassa has written this file. It was not touched: what this Kassa would make of it is not known. */
export class NewerFileError extends Error {
  readonly newer: NewerFile;
  constructor(newer: NewerFile) {
    super(`${newer.file} was written by a newer Kassa: its form is version ${newer.found}, and this Kassa knows up to ${newer.known}`);
    this.name = 'NewerFileError';
    this.newer = newer;
  }
}
