/**
 * A till without windows as a process: the real core, real files with `synchronous=FULL`, SOAP over a real socket. Its one
 * argument is its `TillOptions` as JSON; it obeys the orders of whoever started it, and can be told to kill itself.
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { flushCompileCache } from 'node:module';
import path from 'node:path';
import type { SeqrConnection, SeqrConnector } from '../../../src/protocol/index.ts';
import { createSeqrConnector, readReportXml } from '../../../src/seqr/index.ts';
import { createTill } from '../../../src/till/index.ts';
import type { PrintOutcome } from '../../../src/till/index.ts';
import { watchDisk, watchSettings } from './durable-steps.ts';
import type { Moment } from './durable-steps.ts';
import type { KillPoint, NumberedOrder, PrinterMood, Report, TillOptions } from './messages.ts';
import { createMovingClock } from './moving-clock.ts';
import { openSettingsFile } from './settings-file.ts';

const ASSETS = path.join(import.meta.dirname, '..', '..', '..', 'assets');
/** The discard port: nobody listens there. */
const NOWHERE = 'http://127.0.0.1:9/';
/** A call that is under way for so long is held back by SEQR, and nobody waits for it. */
const HELD_MS = 400;
const LOOK_AGAIN_MS = 2;

const options = JSON.parse(process.argv[2] ?? '') as TillOptions;
let kill: KillPoint | null = options.kill;
let passed = 0;
let printer: PrinterMood = 'good';
let hasNetwork = true;

function onStep(names: readonly string[], moment: Moment): void {
  if (kill?.moment !== moment || !names.includes(kill.name)) return;
  passed += 1;
  if (passed === kill.nth) process.kill(process.pid, 'SIGKILL');
}

/** When each call began that is under way. */
const underWay = new Set<number>();

/** Tells which calls are under way, and lets none out while there is no network. */
function watched(connector: SeqrConnector): SeqrConnector {
  return {
    connect(endpoint, clientId) {
      const [real, nowhere] = [connector.connect(endpoint, clientId), connector.connect(NOWHERE, clientId)];
      const call = async (name: keyof SeqrConnection, given: readonly unknown[]): Promise<unknown> => {
        const beganMs = performance.now();
        underWay.add(beganMs);
        try {
          return await (Reflect.get(hasNetwork ? real : nowhere, name) as (...all: readonly unknown[]) => Promise<unknown>)(...given);
        } finally {
          underWay.delete(beganMs);
        }
      };
      const operations = (Object.keys(real) as (keyof SeqrConnection)[]).map((name) => [
        name,
        (...given: readonly unknown[]) => call(name, given),
      ]);
      return {
        ...(Object.fromEntries(operations) as Omit<SeqrConnection, 'close'>),
        close() {
          real.close();
          nowhere.close();
        },
      };
    },
  };
}

/** Resolves when every call that is answered at once has been. */
async function answered(): Promise<void> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    const nowMs = performance.now();
    if (![...underWay].some((beganMs) => nowMs - beganMs < HELD_MS)) return;
  }
}

function printed(): Promise<PrintOutcome> {
  if (printer === 'silent') return Promise.withResolvers<PrintOutcome>().promise;
  return Promise.resolve(printer === 'good' ? { ok: true } : { ok: false, problem: { code: 'print.no-printer' } });
}

watchDisk(onStep);
const clock = createMovingClock(options.aheadMs);
const till = createTill({
  clock,
  randomBytes: (count) => new Uint8Array(randomBytes(count)),
  dataDir: path.join(options.folder, 'journals'),
  freeDiskBytes: () => Promise.resolve(10 ** 12),
  settings: watchSettings(openSettingsFile(path.join(options.folder, 'settings.json')), onStep),
  secrets: {
    protection: () => Promise.resolve('none'),
    seal: (secret) => Promise.resolve(Buffer.from(secret).toString('base64')),
    open: (sealed) => Promise.resolve({ kind: 'opened', secret: Buffer.from(sealed, 'base64').toString(), resealed: null }),
  },
  printer: {
    list: () => Promise.resolve([{ deviceName: 'till', displayName: 'Till', isDefault: true }]),
    print: printed,
    savePdf: () => Promise.resolve({ ok: true }),
  },
  files: { saveText: () => Promise.resolve({ ok: true }) },
  connector: watched(createSeqrConnector({ wsdlPath: path.join(ASSETS, 'seqr-cashregister.wsdl'), clock })),
  simulator: { start: () => Promise.reject(new Error('the service of this till is outside')) },
  shell: { keepAwake: () => undefined, openCustomerDisplay: () => undefined, openPhone: () => undefined },
  appVersion: '0.0.0',
  readReport: readReportXml,
  sampleCatalogue: () => JSON.parse(fs.readFileSync(path.join(ASSETS, 'sample-catalogue.json'), 'utf8')) as unknown,
  log: ({ level, what, data }) => void (level === 'error' && process.stderr.write(`${what} ${JSON.stringify(data ?? {})}\n`)),
});

function tell(report: Report): void {
  process.send?.(report);
}

async function obey(order: NumberedOrder): Promise<unknown> {
  switch (order.do) {
    case 'intent':
      return till.call('intent', order.intent);
    case 'snapshot':
      return till.snapshot();
    case 'forward':
      clock.forward(order.ms);
      return answered();
    case 'arm':
      [kill, passed] = [order.kill, 0];
      return null;
    case 'printer':
      printer = order.mood;
      return null;
    case 'network':
      hasNetwork = order.isThere;
      return null;
  }
}

process.on('message', (order: NumberedOrder) => {
  void obey(order).then((value) => tell({ kind: 'answer', id: order.id, value: value ?? null }));
});
process.once('disconnect', () => process.exit(0));
const loadedMs = performance.now();
await till.start();
// Node keeps what it has compiled when a process ends by itself, and this one will be killed.
flushCompileCache();
tell({ kind: 'started', loadedMs });
