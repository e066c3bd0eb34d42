import type { PrintPage } from '../../../src/contract/index.ts';

/** A sheet or a piece of roll. */
export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}

const A4: PaperSize = { widthMm: 210, heightMm: 297 };
const ROLL_WIDTH_MM = { '80mm': 80, '58mm': 58 } as const;
/** Enough for the longest receipt a roll can sensibly carry; Chromium's own limit lies higher. */
const MAX_ROLL_MM = 3000;
const MIN_ROLL_MM = 30;
/** Keeps a rounding in the page from pushing its last hairline onto a second piece of paper. */
const SLACK_MM = 1;
const MICRONS_PER_MM = 1000;
const MM_PER_INCH = 25.4;

/**
 * The paper for a page (till-features C1): A4 as it is, a roll as long as what stands on it.
 * @param contentMm height that the page measured of itself; not a number or out of range is read as the nearest limit.
 */
export function paperFor(page: PrintPage, contentMm: number): PaperSize {
  const paper = page.kind === 'sticker' ? 'A4' : page.paper;
  if (paper === 'A4') return A4;
  const height = Number.isFinite(contentMm) ? Math.ceil(contentMm) + SLACK_MM : MIN_ROLL_MM;
  return { widthMm: ROLL_WIDTH_MM[paper], heightMm: Math.min(Math.max(height, MIN_ROLL_MM), MAX_ROLL_MM) };
}

/** For `webContents.print`: whole microns. */
export function inMicrons(paper: PaperSize): { readonly width: number; readonly height: number } {
  return { width: paper.widthMm * MICRONS_PER_MM, height: paper.heightMm * MICRONS_PER_MM };
}

/** For `printToPDF`: inches. */
export function inInches(paper: PaperSize): { readonly width: number; readonly height: number } {
  return { width: paper.widthMm / MM_PER_INCH, height: paper.heightMm / MM_PER_INCH };
}
