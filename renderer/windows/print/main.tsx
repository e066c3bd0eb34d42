import { createRoot } from 'react-dom/client';
import type { PrintPage } from '../../../src/contract/index.ts';
import type { Language } from '../../../src/language/language.ts';
import { bridge } from '../../store/bridge.ts';
import { PrintSheet } from './print-sheet.tsx';
import './print.css';

/*
 * A hidden window that draws one page for the printer or a PDF. Which one, says the address: `print.html#<id>`. When all
 * is drawn the root says `data-ready` and how high it is, `data-height-mm`; main reads both and chooses the paper.
 */
const PIXELS_PER_MM = 96 / 25.4;

/** Resolves when fonts are in and the page has been laid out with them. */
async function drawn(): Promise<void> {
  await document.fonts.ready;
  await new Promise(requestAnimationFrame);
}

function sayReady(): void {
  const sheet = document.querySelector('.sheet');
  const height = sheet === null ? 0 : sheet.getBoundingClientRect().height / PIXELS_PER_MM;
  document.documentElement.dataset['heightMm'] = height.toFixed(2);
  document.documentElement.dataset['ready'] = 'true';
}

function languageOf(page: PrintPage): Language {
  switch (page.kind) {
    case 'receipt':
      return page.receipt.language;
    case 'close':
      return page.close.facts.language;
    case 'sticker':
      return page.language;
  }
}

async function start(): Promise<void> {
  const host = document.getElementById('root');
  const page = await bridge().call('printPage', decodeURIComponent(location.hash.slice(1)));
  // Nothing to draw: main's deadline names the failure, and no blank paper comes out.
  if (host === null || page === null) return;
  document.documentElement.lang = languageOf(page);
  createRoot(host).render(
    <PrintSheet
      page={page}
      onDrawn={() => {
        void drawn().then(sayReady);
      }}
    />,
  );
}

void start();
