/** What the windows use of qrcode, whose own types bring all of Node's with them (tsconfig.json). */
export function create(
  text: string,
  options: { readonly errorCorrectionLevel: 'M' },
): {
  readonly modules: {
    readonly size: number;
    /** 0 for a light module. */
    get(row: number, column: number): number;
  };
};
