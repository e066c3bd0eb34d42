import { randomUUID } from 'node:crypto';
import type { BrowserWindow, PrinterInfo as SystemPrinter, WebContents } from 'electron';
import type { Clock } from '../../src/clock/clock.ts';
import type { PrinterInfo } from '../../src/contract/index.ts';
import type { PrinterPort, PrintOutcome } from '../../src/till/ports.ts';
import { askWhere } from '../files/ask-where.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { WindowDeps } from '../windows/open-window.ts';
import { printWithCups } from './cups/print-with-cups.ts';
import { runProgram } from './cups/run-program.ts';
import { inInches, inMicrons } from './pages/paper.ts';
import type { PaperSize } from './pages/paper.ts';
import { createPrintPages } from './pages/print-pages.ts';
import type { PrintPages } from './pages/print-pages.ts';
import { PrintDeadline, withPrintWindow } from './pages/print-window.ts';
import { isStopped } from './printer-state.ts';

export interface PrinterDeps extends WindowDeps {
  readonly clock: Clock;
}

/** Printing with the system's printers, silently, at the paper's own size (till-features C1). */
export function createPrinter(deps: PrinterDeps): { readonly port: PrinterPort; readonly pages: PrintPages } {
  const pages = createPrintPages(randomUUID);
  const port: PrinterPort = {
    list: () => listPrinters(deps),
    async print(page, deviceName) {
      try {
        // Asked while the page is being drawn, so that it costs no time.
        const refusal = whyNot(deviceName, deps);
        if (process.platform === 'win32') {
          return await withPrintWindow(
            page,
            pages,
            deps,
            async (window, paper) => (await refusal) ?? sendToSpooler(window.webContents, paper, deviceName),
          );
        }
        const { pdf, paper } = await withPrintWindow(page, pages, deps, async (window, size) => ({
          pdf: await drawPdf(window, size),
          paper: size,
        }));
        return (await refusal) ?? (await printWithCups(pdf, paper, deviceName, { ...deps, run: runProgram }));
      } catch (error) {
        return printProblem(error, deps);
      }
    },
    async savePdf(page, suggestedName) {
      try {
        const path = await askWhere(deps.windows.find('cashier'), suggestedName, 'pdf');
        if (path === null) return { ok: false, cancelled: true };
        const pdf = await withPrintWindow(page, pages, deps, (window, paper) => drawPdf(window, paper));
        return await writeWhole(path, pdf, 'pdf.failed');
      } catch (error) {
        deps.log('error', 'no PDF', { error: String(error) });
        return { ok: false, problem: { code: 'pdf.failed', params: { detail: words(error) } } };
      }
    },
  };
  return { port, pages };
}

function drawPdf(window: BrowserWindow, paper: PaperSize): Promise<Buffer> {
  return window.webContents.printToPDF({
    pageSize: { ...inInches(paper) },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
  });
}

/** Windows only: elsewhere Electron's success says no more than that the page has left Electron. */
function sendToSpooler(contents: WebContents, paper: PaperSize, deviceName: string): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    contents.print(
      { silent: true, deviceName, pageSize: { ...inMicrons(paper) }, margins: { marginType: 'none' }, printBackground: true },
      (success, reason) => {
        if (success) resolve({ ok: true });
        else resolve({ ok: false, problem: { code: 'print.failed', params: { detail: reason === '' ? 'unknown' : reason } } });
      },
    );
  });
}

/** A stopped printer is refused before it is sent anything. A system that cannot be asked may still print. */
async function whyNot(deviceName: string, deps: WindowDeps): Promise<PrintOutcome | null> {
  const printers = await systemPrinters(deps).catch(() => []);
  const stopped = printers.some((printer) => printer.name === deviceName && isStopped(printer.options));
  return stopped ? { ok: false, problem: { code: 'print.stopped' } } : null;
}

/** Chromium knows the printers only through a page; any of ours will do. */
async function systemPrinters(deps: WindowDeps): Promise<readonly SystemPrinter[]> {
  const page = deps.windows.find('cashier') ?? deps.windows.find('customer');
  return page === null ? [] : page.webContents.getPrintersAsync();
}

async function listPrinters(deps: WindowDeps): Promise<readonly PrinterInfo[]> {
  const printers = await systemPrinters(deps);
  // Electron no longer tells which one is the system's default; a single one is the obvious choice.
  return printers.map(({ name, displayName }) => ({ deviceName: name, displayName, isDefault: printers.length === 1 }));
}

function printProblem(error: unknown, deps: WindowDeps): PrintOutcome {
  deps.log('error', 'not printed', { error: String(error) });
  if (error instanceof PrintDeadline) return { ok: false, problem: { code: 'print.timeout' } };
  return { ok: false, problem: { code: 'print.failed', params: { detail: words(error) } } };
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));
