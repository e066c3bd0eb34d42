/** What a PDF says, how large its pages are, and where on them the words stand. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { actualTexts } from './pdf-actual-text.ts';

const MM_PER_POINT = 25.4 / 72;
/** Nearer than this part of its height, a piece of text goes on where the one before it ended. */
const SAME_WORD = 0.1;

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

/** In points, from the lower left corner of the page. */
interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly line: number;
  readonly height: number;
}

/** @throws if it is no PDF, or if its texts beside the glyphs cannot be told apart */
export async function readPdf(bytes: Buffer): Promise<PdfContent> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const spoken = actualTexts(bytes).values();
  const read: PageContent[] = [];
  // One after the other: each takes its share of the texts beside the glyphs.
  for (let number = 1; number <= pdf.numPages; number += 1) read.push(await readPage(await pdf.getPage(number), spoken));
  if (spoken.next().done !== true) throw new Error('the PDF holds more text beside its glyphs than its pages show');
  return {
    text: read.map((page) => page.text).join(' '),
    widthsMm: read.map((page) => page.widthMm),
    heightsMm: read.map((page) => page.heightMm),
    marginsMm: read.map((page) => page.marginsMm),
  };
}

interface PageContent {
  readonly text: string;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly marginsMm: Margins;
}

async function readPage(page: PDFPageProxy, spoken: Iterator<string>): Promise<PageContent> {
  const { width, height } = page.getViewport({ scale: 1 });
  const pieces = await piecesOf(page, spoken);
  const words = pieces
    .filter((piece) => piece.text.trim() !== '')
    .map(({ left, right, line }) => ({ left, right: width - right, bottom: line, top: height - line }));
  const nearest = (edge: keyof Margins): number => Math.min(...words.map((word) => word[edge])) * MM_PER_POINT;
  return {
    text: pieces
      .map((piece, index) => (goesOn(pieces[index - 1], piece) ? '' : ' ') + piece.text)
      .join('')
      .trim(),
    widthMm: width * MM_PER_POINT,
    heightMm: height * MM_PER_POINT,
    marginsMm: { top: nearest('top'), bottom: nearest('bottom'), left: nearest('left'), right: nearest('right') },
  };
}

async function piecesOf(page: PDFPageProxy, spoken: Iterator<string>): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  let instead: string | null = null;
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ('str' in item) {
      const [left = 0, line = 0] = (item.transform as readonly number[]).slice(4);
      // Without a height it is no glyph: a gap or a line's end that pdf.js has made a space of.
      const isGlyphs = item.height > 0;
      pieces.push({ text: isGlyphs ? (instead ?? item.str) : item.str, left, right: left + item.width, line, height: item.height });
      // The text stands for all glyphs of its span: said once.
      if (isGlyphs && instead !== null) instead = '';
    } else if (item.type === 'beginMarkedContentProps' && (item.id as string | null) === null) {
      // What has an id is a part of the document's structure.
      const next = spoken.next();
      if (next.done === true) throw new Error('the PDF shows more text beside its glyphs than could be found in it');
      instead = next.value;
    } else if (item.type === 'endMarkedContent') instead = null;
  }
  return pieces;
}

function goesOn(before: Piece | undefined, piece: Piece): boolean {
  if (before === undefined || Math.abs(before.line - piece.line) > SAME_WORD) return false;
  return Math.abs(piece.left - before.right) < SAME_WORD * piece.height;
}
