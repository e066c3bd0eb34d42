/** What a PDF says, how large its pages are, and where on them the words stand. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MM_PER_POINT = 25.4 / 72;

export interface PdfContent {
  readonly text: string;
  /** Of each page. */
  readonly widthsMm: readonly number[];
  readonly heightsMm: readonly number[];
  /** Of each page: from its edges to the nearest word (to the line it stands on, above and below). */
  readonly marginsMm: readonly Margins[];
}
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export async function readPdf(bytes: Buffer): Promise<PdfContent> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const read = await Promise.all(pages.map(readPage));
  return {
    text: read.map((page) => page.text).join(' '),
    widthsMm: read.map((page) => page.widthMm),
    heightsMm: read.map((page) => page.heightMm),
    marginsMm: read.map((page) => page.marginsMm),
  };
}

async function readPage(page: PDFPageProxy): Promise<{ text: string; widthMm: number; heightMm: number; marginsMm: Margins }> {
  const { width, height } = page.getViewport({ scale: 1 });
  const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []));
  const words = items
    .filter((item) => item.str.trim() !== '')
    .map(({ transform, width: length }) => {
      const [left = 0, line = 0] = (transform as readonly number[]).slice(4);
      return { left, right: width - left - length, bottom: line, top: height - line };
    });
  const nearest = (edge: keyof Margins): number => Math.min(...words.map((word) => word[edge])) * MM_PER_POINT;
  return {
    text: items.map((item) => item.str).join(' '),
    widthMm: width * MM_PER_POINT,
    heightMm: height * MM_PER_POINT,
    marginsMm: { top: nearest('top'), bottom: nearest('bottom'), left: nearest('left'), right: nearest('right') },
  };
}
