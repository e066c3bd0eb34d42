/**
 * A printer of the system's: what CUPS would be, as far as `lp` and `lpstat` talk to it (IPP over HTTP, RFC 8011). It keeps
 * what it was given to print. `CUPS_SERVER` leads them here.
 */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const OPERATION = { printJob: 0x0002, createJob: 0x0005, sendDocument: 0x0006, cancelJob: 0x0008 } as const;
/** Print-Job, Create-Job, Send-Document. */
const JOB_OPERATIONS: readonly number[] = [OPERATION.printJob, OPERATION.createJob, OPERATION.sendDocument];
const TAG = {
  operation: 0x01,
  job: 0x02,
  end: 0x03,
  printer: 0x04,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
} as const;
/** server-error-not-accepting-jobs */
const NOT_ACCEPTING = 0x0506;
/** client-error-not-possible: what it has taken is out at once. */
const NOT_POSSIBLE = 0x0404;
const IDLE = 3;
const COMPLETED = 9;

export interface PaperPrinter {
  /** For the environment of the till. */
  readonly server: string;
  readonly name: string;
  /** Each document as it came, oldest first. */
  readonly documents: () => readonly Buffer[];
  /** Whether it takes jobs; at first it does. */
  readonly accepts: (jobs: boolean) => void;
  readonly stop: () => Promise<void>;
}

export async function startPaperPrinter(name = 'Receipts'): Promise<PaperPrinter> {
  const documents: Buffer[] = [];
  let accepting = true;
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const operation = body.readUInt16BE(2);
      const refused = JOB_OPERATIONS.includes(operation) && !accepting;
      if (!refused && operation !== OPERATION.createJob && JOB_OPERATIONS.includes(operation)) documents.push(documentOf(body));
      response.writeHead(200, { 'content-type': 'application/ipp' });
      response.end(operation === OPERATION.cancelJob ? tooLate(body) : taken(body, refused, attributes(operation, name, address())));
    });
  });
  const address = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    server: address(),
    name,
    documents: () => documents,
    accepts: (jobs) => {
      accepting = jobs;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function taken(request: Buffer, refused: boolean, attributes: Buffer): Buffer {
  return Buffer.concat([headOf(request, refused ? NOT_ACCEPTING : 0), attributes, group(TAG.end)]);
}

/** In the words of CUPS, which name what has become of the job. */
function tooLate(request: Buffer): Buffer {
  const words = text(TAG.text, 'status-message', "Job #1 is already completed - can't cancel.");
  return Buffer.concat([headOf(request, NOT_POSSIBLE), words, group(TAG.end)]);
}

function headOf(request: Buffer, status: number): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0200, 0);
  head.writeUInt16BE(status, 2);
  request.copy(head, 4, 4, 8);
  return Buffer.concat([
    head,
    group(TAG.operation),
    text(TAG.charset, 'attributes-charset', 'utf-8'),
    text(TAG.language, 'attributes-natural-language', 'en'),
  ]);
}

/** Of the job that was asked for, or of the one printer there is. */
function attributes(operation: number, name: string, server: string): Buffer {
  if (JOB_OPERATIONS.includes(operation)) {
    const job = [
      number(TAG.integer, 'job-id', 1),
      text(TAG.uri, 'job-uri', `ipp://${server}/jobs/1`),
      number(TAG.enum, 'job-state', COMPLETED),
    ];
    return Buffer.concat([group(TAG.job), ...job]);
  }
  return Buffer.concat([
    group(TAG.printer),
    text(TAG.name, 'printer-name', name),
    text(TAG.uri, 'printer-uri-supported', `ipp://${server}/printers/${name}`),
    text(TAG.uri, 'device-uri', 'file:///dev/null'),
    text(TAG.name, 'printer-info', name),
    number(TAG.enum, 'printer-state', IDLE),
    number(TAG.enum, 'printer-type', 0),
    attribute(TAG.boolean, 'printer-is-accepting-jobs', Buffer.from([1])),
    text(TAG.keyword, 'printer-state-reasons', 'none'),
  ]);
}

const group = (tag: number): Buffer => Buffer.from([tag]);

function attribute(tag: number, name: string, value: Buffer): Buffer {
  const lengths = [Buffer.alloc(2), Buffer.alloc(2)] as const;
  lengths[0].writeUInt16BE(name.length);
  lengths[1].writeUInt16BE(value.length);
  return Buffer.concat([Buffer.from([tag]), lengths[0], Buffer.from(name), lengths[1], value]);
}

function text(tag: number, name: string, value: string): Buffer {
  return attribute(tag, name, Buffer.from(value, 'utf8'));
}

function number(tag: number, name: string, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return attribute(tag, name, bytes);
}

/** What follows the attributes. */
function documentOf(body: Buffer): Buffer {
  let at = 8;
  for (;;) {
    const tag = body.readUInt8(at);
    at += 1;
    if (tag === TAG.end) return body.subarray(at);
    // Below 0x10 a group begins; it has neither name nor value.
    if (tag < 0x10) continue;
    at += 2 + body.readUInt16BE(at);
    at += 2 + body.readUInt16BE(at);
  }
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
