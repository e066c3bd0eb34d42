/** What a PDF says and how large its pages are. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MM_PER_POINT = 25.4 / 72;

export interface PdfContent {
  readonly text: string;
  /** Of each page. */
  readonly widthsMm: readonly number[];
}

export async function readPdf(bytes: Buffer): Promise<PdfContent> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
  const texts = await Promise.all(pages.map(async (page) => (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join(' ')));
  return { text: texts.join(' '), widthsMm: pages.map((page) => page.getViewport({ scale: 1 }).width * MM_PER_POINT) };
}
