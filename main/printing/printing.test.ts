import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { PrintPage } from '../../src/contract/index.ts';
import { withEnding, writeWhole } from '../files/write-whole.ts';
import { inInches, inMicrons, paperFor } from './pages/paper.ts';
import { createPrintPages } from './pages/print-pages.ts';
import { isStopped } from './printer-state.ts';

const sticker: PrintPage = { kind: 'sticker', language: 'en', seqrId: 'KASSA1', register: 'Till 1', shop: 'Shop' };
const receipt = (paper: '80mm' | '58mm' | 'A4'): PrintPage => ({ kind: 'receipt', receipt: {} as never, copy: false, paper });

describe('paper', () => {
  it.each([
    ['80mm', 121.3, 80, 123],
    ['58mm', 200, 58, 201],
    ['80mm', 3, 80, 30],
    ['80mm', 1e9, 80, 3000],
    ['58mm', Number.NaN, 58, 30],
    ['A4', 500, 210, 297],
  ] as const)('for a receipt on %s with %d mm of text is %d × %d mm', (paper, contentMm, widthMm, heightMm) => {
    expect(paperFor(receipt(paper), contentMm)).toEqual({ widthMm, heightMm });
  });

  it('for a sticker is A4', () => {
    expect(paperFor(sticker, 50)).toEqual({ widthMm: 210, heightMm: 297 });
  });

  it('is told to the printer in microns and to the PDF in inches', () => {
    expect(inMicrons({ widthMm: 80, heightMm: 123 })).toEqual({ width: 80_000, height: 123_000 });
    expect(inInches({ widthMm: 50.8, heightMm: 25.4 })).toEqual({ width: 2, height: 1 });
  });
});

describe('pages on their way to paper', () => {
  it('are seen by their own window only, until they are done', () => {
    const pages = createPrintPages(() => 'p1');
    const id = pages.put(sticker);
    expect(pages.take(id, 7)).toBeNull();
    pages.bind(id, 7);
    expect(pages.take(id, 7)).toBe(sticker);
    expect(pages.take(id, 8)).toBeNull();
    expect(pages.take('other', 7)).toBeNull();
    pages.drop(id);
    expect(pages.take(id, 7)).toBeNull();
  });
});

describe('a printer', () => {
  it.each([
    ['that is idle is ready', { 'printer-state': '3', 'printer-is-accepting-jobs': 'true' }, false],
    ['that is printing is ready', { 'printer-state': '4', 'printer-state-reasons': 'media-low' }, false],
    ['of which the system says nothing is ready', {}, false],
    ['that was stopped is not', { 'printer-state': '5', 'printer-state-reasons': 'paused' }, true],
    ['that takes no jobs is not', { 'printer-state': '3', 'printer-is-accepting-jobs': 'false' }, true],
  ])('%s', (_, options, stopped) => {
    expect(isStopped(options)).toBe(stopped);
  });
});

describe('a PDF', () => {
  it('takes the place of an older one whole, and leaves nothing beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kassa-pdf-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const path = join(folder, 'receipt.pdf');
    await writeFile(path, 'older');
    expect(await writeWhole(path, Buffer.from('%PDF-new'), 'pdf.failed')).toEqual({ ok: true });
    expect(await readFile(path, 'utf8')).toBe('%PDF-new');
    expect(await readdir(folder)).toEqual(['receipt.pdf']);
  });

  it('that cannot be written is a named failure', async () => {
    const outcome = await writeWhole(join(tmpdir(), 'no', 'such', 'folder', 'x.pdf'), Buffer.from(''), 'pdf.failed');
    expect(outcome).toEqual({ ok: false, problem: { code: 'pdf.failed', params: { detail: 'ENOENT' } } });
  });

  it('is always called one', () => {
    expect(withEnding('Receipt 7', 'pdf')).toBe('Receipt 7.pdf');
    expect(withEnding('Receipt 7.PDF', 'pdf')).toBe('Receipt 7.PDF');
  });
});
