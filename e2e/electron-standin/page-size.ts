/** Paper sizes, in inches: what `printToPDF` and `print` are asked for in names, inches and microns. */
export interface InchSize {
  readonly width: number;
  readonly height: number;
}

const NAMED: Readonly<Record<string, InchSize>> = {
  A0: { width: 33.1, height: 46.8 },
  A1: { width: 23.4, height: 33.1 },
  A2: { width: 16.54, height: 23.4 },
  A3: { width: 11.7, height: 16.54 },
  A4: { width: 8.27, height: 11.7 },
  A5: { width: 5.83, height: 8.27 },
  A6: { width: 4.13, height: 5.83 },
  Legal: { width: 8.5, height: 14 },
  Letter: { width: 8.5, height: 11 },
  Tabloid: { width: 11, height: 17 },
  Ledger: { width: 17, height: 11 },
};
const MICRONS_PER_INCH = 25_400;
const MM_PER_INCH = 25.4;

function named(name: string): InchSize {
  const size = NAMED[name];
  if (size === undefined) throw new Error(`Invalid pageSize ${name}`);
  return size;
}

/** @param size a name or inches, as `printToPDF` takes it; Letter if absent */
export function pdfPageSize(size: Electron.PrintToPDFOptions['pageSize']): InchSize {
  return typeof size === 'object' ? size : named(size ?? 'Letter');
}

/** @param size a name or microns, as `print` takes it; A4 if absent */
export function printPageSize(size: Electron.WebContentsPrintOptions['pageSize']): InchSize {
  if (typeof size !== 'object') return named(size ?? 'A4');
  return { width: size.width / MICRONS_PER_INCH, height: size.height / MICRONS_PER_INCH };
}

/** @returns what CUPS calls a paper of this size, in millimetres */
export function cupsMedia({ width, height }: InchSize): string {
  const mm = (inches: number): string => (Math.round(inches * MM_PER_INCH * 10) / 10).toString();
  return `Custom.${mm(width)}x${mm(height)}mm`;
}
