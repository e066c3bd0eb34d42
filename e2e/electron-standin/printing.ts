/** Printing: PDFs by Chromium, paper by CUPS' `lp` with such a PDF, printers by `lpstat`. */
import { execFile } from 'node:child_process';
import type { CdpSession } from './cdp.ts';
import { cupsMedia, pdfPageSize, printPageSize, type InchSize } from './page-size.ts';
import { notProvided, strict } from './strict.ts';

const LP_LIMIT_MS = 20_000;

interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}
/** One centimetre, as in Electron. */
const DEFAULT_MARGIN_INCHES = 0.4;

function marginsInInches(margins: Electron.PrintToPDFMargins | undefined): Margins {
  const inches = DEFAULT_MARGIN_INCHES;
  const { top = inches, bottom = inches, left = inches, right = inches } = margins ?? {};
  return { top, bottom, left, right };
}

export async function printToPdf(session: CdpSession, options: Electron.PrintToPDFOptions): Promise<Buffer> {
  const size = pdfPageSize(options.pageSize);
  const margins = marginsInInches(options.margins);
  const { data } = await session.send('Page.printToPDF', {
    landscape: options.landscape ?? false,
    displayHeaderFooter: options.displayHeaderFooter ?? false,
    headerTemplate: options.headerTemplate ?? '',
    footerTemplate: options.footerTemplate ?? '',
    printBackground: options.printBackground ?? false,
    scale: options.scale ?? 1,
    paperWidth: size.width,
    paperHeight: size.height,
    marginTop: margins.top,
    marginBottom: margins.bottom,
    marginLeft: margins.left,
    marginRight: margins.right,
    pageRanges: options.pageRanges ?? '',
    preferCSSPageSize: options.preferCSSPageSize ?? false,
    generateTaggedPDF: options.generateTaggedPDF ?? false,
    generateDocumentOutline: options.generateDocumentOutline ?? false,
  });
  return Buffer.from(data, 'base64');
}

/** @returns undefined when CUPS took the job, else the reason it did not */
export async function printOnPaper(session: CdpSession, options: Electron.WebContentsPrintOptions): Promise<string | undefined> {
  if (options.silent !== true) notProvided('webContents.print with a dialog (silent: false)');
  const size = printPageSize(options.pageSize);
  const pdf = await printToPdf(session, {
    pageSize: { ...size },
    landscape: options.landscape ?? false,
    printBackground: options.printBackground ?? false,
    margins: options.margins?.marginType === 'none' ? { top: 0, bottom: 0, left: 0, right: 0 } : {},
  });
  return lp(pdf, size, options);
}

function lp(pdf: Buffer, size: InchSize, options: Electron.WebContentsPrintOptions): Promise<string | undefined> {
  const printer = options.deviceName === undefined || options.deviceName === '' ? [] : ['-d', options.deviceName];
  const args = [...printer, '-n', String(options.copies ?? 1), '-o', `media=${cupsMedia(size)}`, '--', '-'];
  return new Promise((resolve) => {
    const child = execFile('lp', args, { timeout: LP_LIMIT_MS }, (error, _stdout, stderr) => {
      resolve(error === null ? undefined : stderr.trim() || error.message);
    });
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(pdf);
  });
}

/** @returns the printers CUPS knows, with what it says of each; none if it is not there */
export async function listPrinters(): Promise<Electron.PrinterInfo[]> {
  const names = (await ask('lpstat', ['-e'])).split('\n').filter((line) => line !== '');
  return Promise.all(
    names.map(async (name) => {
      const options = printerOptions(await ask('lpoptions', ['-p', name]));
      const description = options['printer-info'] ?? '';
      return strict('PrinterInfo', { name, displayName: name, description, options });
    }),
  );
}

/** @returns what the program wrote; nothing if it failed */
function ask(program: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(program, args, { timeout: LP_LIMIT_MS, env: { ...process.env, LC_ALL: 'C' } }, (error, stdout) => {
      resolve(error === null ? stdout : '');
    });
  });
}

/** `name=value name='two words' name`, as `lpoptions` lists them. */
function printerOptions(line: string): Readonly<Record<string, string>> {
  const found = line.trim().matchAll(/([^\s=]+)(?:=(?:'((?:\\.|[^'\\])*)'|(\S*)))?/g);
  return Object.fromEntries([...found].map(([, name = '', quoted, plain]) => [name, quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '']));
}
