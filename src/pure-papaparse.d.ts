/** What the pure part uses of papaparse, whose own types bring all of Node's with them (tsconfig.pure.json). */
declare const Papa: {
  /** Rows of cells as text, quoted where they must be. */
  unparse(rows: readonly string[][], options: { readonly delimiter: string; readonly newline: string }): string;
};
export { Papa as default };
