import { receiptLines } from './lines.ts';
import type { ReceiptOptions } from './lines.ts';
import type { Receipt, ReceiptLine } from './receipt.ts';
import { RECEIPT_WORDS } from './words.ts';

/** Marks are three times the body, the total one and a quarter: a mark is always more than twice any amount. */
const STYLE = [
  'body{font:14px/1.4 sans-serif;max-width:24em;margin:1em auto;color:#111;background:#fff}',
  'p{margin:0;overflow-wrap:anywhere}',
  '.centre{text-align:center}',
  '.bold,.total{font-weight:bold}',
  '.total{font-size:1.25em}',
  '.small{font-size:.85em}',
  '.mark{font-size:3em;font-weight:bold;text-align:center}',
  '.columns{display:flex;justify-content:space-between;gap:1em}',
  '.right{text-align:right}',
  '.number{text-align:center;font-family:monospace;letter-spacing:.3em}',
  '.space{height:.8em}',
  'hr{border:0;border-top:1px dashed #111}',
].join('');

/**
 * The receipt as a small page that needs nothing else and is well-formed XML too, for submitPaymentReceipt (protocol §8).
 * The barcode is its number in figures. Everything is escaped; what XML cannot hold is left out.
 */
export function receiptHtml(receipt: Receipt, options: ReceiptOptions): string {
  const { language } = receipt;
  const title = escaped(`${RECEIPT_WORDS[language].receipt} ${receipt.number}`);
  const body = receiptLines(receipt, options).map(element).join('\n');
  return `<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="${language}" xml:lang="${language}">
<head><meta charset="utf-8"/><title>${title}</title><style>${STYLE}</style></head>
<body>
${body}
</body>
</html>
`;
}

/** The text's UTF-8 bytes in Base64, padded, as `receiptData` wants the page (protocol §8). Half characters become U+FFFD. */
export function toBase64Utf8(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

function element(line: ReceiptLine): string {
  switch (line.kind) {
    case 'text':
      return `<p class="${line.align} ${line.weight}">${escaped(line.text)}</p>`;
    case 'mark':
      return `<p class="mark">${escaped(line.text)}</p>`;
    case 'columns':
      return `<p class="columns ${line.weight}"><span>${escaped(line.left)}</span> <span class="right">${escaped(line.right)}</span></p>`;
    case 'rule':
      return '<hr/>';
    case 'space':
      return '<p class="space"></p>';
    case 'barcode':
      return `<p class="number">${escaped(line.value)}</p>`;
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
}
