import { receiptLines } from './lines.ts';
import type { ReceiptOptions } from './lines.ts';
import type { Receipt, ReceiptLine } from './receipt.ts';

/** Characters in a line: 58 mm rolls have 32, 80 mm rolls 42 or 48. */
export type PaperColumns = 32 | 42 | 48;

export interface ReceiptTextOptions extends ReceiptOptions {
  readonly columns: PaperColumns;
}

/** The receipt as plain text, no line longer than `columns`, lines ended by `\n`. Marks stand between stars. */
export function receiptText(receipt: Receipt, options: ReceiptTextOptions): string {
  const lines = receiptLines(receipt, options).flatMap((line) => drawn(line, options.columns));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function drawn(line: ReceiptLine, width: number): readonly string[] {
  switch (line.kind) {
    case 'text': {
      const pieces = wrapped(plain(line.text), width);
      return line.align === 'centre' ? pieces.map((piece) => centre(piece, width)) : pieces;
    }
    case 'mark':
      return [centre(`*** ${plain(line.text)} ***`, width)];
    case 'columns':
      return inColumns(plain(line.left), plain(line.right), width);
    case 'rule':
      return ['-'.repeat(width)];
    case 'space':
      return [''];
    case 'barcode':
      return [centre(`[${line.value}]`, width)];
  }
}

/** Signs that printers' code pages lack, as the ones they have; no control characters, which printers obey. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u00a0]/gu, ' ').replaceAll('\u2212', '-');
}

function centre(text: string, width: number): string {
  return `${' '.repeat(Math.max(0, Math.floor((width - text.length) / 2)))}${text}`;
}

/** Left and right on one line if they fit with a space between; otherwise the left part wraps and the right one follows. */
function inColumns(left: string, right: string, width: number): readonly string[] {
  if (right === '') return wrapped(left, width);
  const room = width - right.length - 1;
  if (left.length <= room) return [left.padEnd(width - right.length) + right];
  const rightPieces = wrapped(right, width).map((piece) => piece.padStart(width));
  const leftPieces = wrapped(left, width);
  const last = leftPieces.at(-1) ?? '';
  if (last.length > room) return [...leftPieces, ...rightPieces];
  return [...leftPieces.slice(0, -1), last.padEnd(width - right.length) + right];
}

/** Breaks at spaces where it can and inside a word where it must. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const space = rest.lastIndexOf(' ', width);
    const at = space > 0 ? space : width;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...lines, rest];
}
