import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../clock/clock.ts';
import { createSystemClock } from '../../clock/system-clock.ts';
import type { Intent } from '../../contract/intents.ts';
import type { IntentResult, PrintPage } from '../../contract/ipc.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import type { OpenDatabase } from '../../journal/index.ts';
import type { SeqrConnector } from '../../protocol/index.ts';
import { createSeqrConnector, readReportXml } from '../../seqr/index.ts';
import type { Exchange, SoapSeqrConnector } from '../../seqr/index.ts';
import { startSimulator } from '../../simulator/testing/index.ts';
import type { Simulator, SimulatorOptions } from '../../simulator/testing/index.ts';
import { createTill } from '../index.ts';
import type { PrintOutcome, Till } from '../index.ts';
import type { OpenedSecret, TillDeps } from '../ports.ts';

const ASSETS = join(import.meta.dirname, '..', '..', '..', 'assets');
const WSDL = join(ASSETS, 'seqr-cashregister.wsdl');

/** A whole till without windows: real SOAP over a real socket to a real simulator, real SQLite files, real time. */
export interface TillHarness {
  readonly simulator: Simulator;
  readonly folder: string;
  till(): Till;
  ask(intent: Intent): Promise<IntentResult>;
  /** Resolves with the first snapshot, from now on, that satisfies `wanted`. */
  until(wanted: (snapshot: Snapshot) => boolean): Promise<Snapshot>;
  /** What the printer was given, and what it answers. */
  readonly printed: PrintPage[];
  /** Every text that was saved as a file. */
  readonly saved: { readonly text: string; readonly suggestedName: string }[];
  /** `nothing`: it never answers. */
  printerSays: PrintOutcome | 'nothing';
  /** Awaited by the keychain before it answers anything. */
  keychain: () => Promise<void>;
  /** Awaited before it opens this text. */
  keychainOpens: (sealed: string) => Promise<void>;
  /** What it answers then of a sealed text; it opens all of them unless given, and those of which this says nothing. */
  keychainSays: ((sealed: string) => OpenedSecret | null) | null;
  /** The settings as they lie on disk. */
  settings(): string;
  /** What was kept of older settings, by their version. */
  readonly settingsCopies: Map<number, string | undefined>;
  /** What was kept of damaged ones. */
  readonly damagedSettings: (string | undefined)[];
  /** Lays other settings on the disk, for the next start; undefined: none. */
  laySettings(text: string | undefined): void;
  /** Free bytes on the till's disk. */
  freeDiskBytes: number;
  /** Told of every call to SEQR when it has ended. */
  onExchange: (exchange: Exchange) => void;
  /** Told when the SOAP library begins to load. */
  onLibraryLoad: () => void;
  /** Everything that was logged, as text. */
  readonly logged: string[];
  /** Stops the till; {@link replace} makes another. */
  stop(): Promise<void>;
  /** Stops the till without any good-bye and starts another one on the same files. */
  restart(): Promise<void>;
  /** The same, with these settings instead of those that lie on disk. */
  startWith(settings: string): Promise<void>;
  /** The same as `restart`, but does not start the other one. */
  replace(): Promise<Till>;
  readonly connector: () => SoapSeqrConnector;
  close(): Promise<void>;
}

/** Asks for a step of a set-up. Throws if it is refused: a test that went on would fail somewhere else. */
export async function mustDo(harness: TillHarness, intent: Intent): Promise<void> {
  const result = await harness.ask(intent);
  if (!result.ok) throw new Error(`The till of this test was not set up: ${intent.kind} was refused with ${result.problem.code}`);
}

/** Sets a new till up in practice, with its sample shop. Throws if that was refused. */
export async function startPractising(harness: TillHarness): Promise<void> {
  await mustDo(harness, { kind: 'setup.practise' });
  await mustDo(harness, { kind: 'setup.finish' });
}

/** Of a till that {@link startSelling} has set up. */
export const OWNERS_PIN = '4711';

/** Sets a new till up with the simulator as its SEQR, all pages and the payment of 1.00. Throws if any of it was refused. */
export async function startSelling(harness: TillHarness, endpoint = harness.simulator.soapUrl): Promise<void> {
  const { simulator } = harness;
  const shop = { name: 'Fisk & Co', organisationNumber: '556016-0680', address: ['Kajen 1'] };
  await mustDo(harness, { kind: 'setup.service', service: { kind: 'endpoint', endpoint } });
  await mustDo(harness, { kind: 'setup.business', ...shop, currency: 'SEK', vatRates: [2_500, 1_200], defaultVatRate: 1_200 });
  await mustDo(harness, { kind: 'setup.owner', pin: OWNERS_PIN, pinAgain: OWNERS_PIN, cashierNumber: '7', cashierName: 'Anna' });
  await mustDo(harness, { kind: 'setup.reseller', id: 'fredellsfisk', userId: '9900', password: '2009', consent: false });
  await mustDo(harness, { kind: 'setup.terminal', name: 'Till 1', externalTerminalId: 'Store 1/Till 1' });
  await mustDo(harness, { kind: 'setup.assignSeqrId', seqrId: 'FISK01' });
  await mustDo(harness, { kind: 'setup.stickerDone' });
  await mustDo(harness, { kind: 'setup.testPayment' });
  await harness.until(({ payment }) => payment?.screen.kind === 'waiting');
  const scan = simulator.world.phone.scan('HTTP://SEQR.SE/QFISK01');
  if (!scan.ok) throw new Error(scan.error);
  simulator.world.phone.pay(scan.value.invoiceReference);
  const { payment } = await harness.until((shown) => shown.payment?.actions.dismiss === true);
  await mustDo(harness, { kind: 'payment.dismiss', attemptId: payment?.attemptId ?? '', stateNumber: payment?.stateNumber ?? 0 });
  await mustDo(harness, { kind: 'setup.finish' });
}

/** A till that is practising already. */
export async function createPractisingHarness(clock?: Clock, found?: Found): Promise<TillHarness> {
  const harness = await createTillHarness(clock, found);
  try {
    await startPractising(harness);
  } catch (error) {
    await harness.close();
    throw error;
  }
  return harness;
}

/** What a till of a test finds instead of a new machine. */
export interface Found {
  /** The folder of its journals; removed at the end. */
  readonly folder?: string;
  readonly settings?: string;
  readonly simulator?: Pick<SimulatorOptions, 'port' | 'stateFile' | 'clock'>;
  readonly freeDiskBytes?: number;
  readonly openDatabase?: OpenDatabase;
  /** Lies between the till and its wire. */
  readonly wire?: (connector: SeqrConnector) => SeqrConnector;
}

/** `clock` is the till's; the wire keeps its deadlines in real time. Rejects, with nothing left running, if the till does not start. */
export async function createTillHarness(clock: Clock = createSystemClock(), found: Found = {}): Promise<TillHarness> {
  const folder = found.folder ?? mkdtempSync(join(tmpdir(), 'kassa-till-'));
  const simulator = await startSimulator({ ...found.simulator, wsdl: readFileSync(WSDL, 'utf8') });
  let stored = found.settings;
  let connector: SoapSeqrConnector;

  function make(): Till {
    connector = connectorOf(() => harness);
    const made = createTill({
      ...outside(() => harness),
      clock,
      dataDir: folder,
      ...(found.openDatabase ? { openDatabase: found.openDatabase } : {}),
      settings: {
        load: () => (stored === undefined ? undefined : (JSON.parse(stored) as unknown)),
        save: (settings) => void (stored = JSON.stringify(settings)),
        keepCopy: (version) => void harness.settingsCopies.set(version, stored),
        keepDamaged: () => void harness.damagedSettings.push(stored),
      },
      connector: found.wire?.(connector) ?? connector,
      simulator: { start: () => Promise.resolve({ url: simulator.url, soapUrl: simulator.soapUrl }) },
    });
    let stopping: Promise<void> | null = null;
    return { ...made, stop: () => (stopping ??= made.stop()) };
  }

  const harness: TillHarness = {
    simulator,
    folder,
    till: () => till,
    ask: (intent) => till.call('intent', intent),
    until: (wanted) => shown(till, wanted),
    printed: [],
    saved: [],
    printerSays: { ok: true },
    keychain: () => Promise.resolve(),
    keychainOpens: () => Promise.resolve(),
    keychainSays: null,
    settings: () => stored ?? '',
    settingsCopies: new Map(),
    damagedSettings: [],
    laySettings: (text) => void (stored = text),
    freeDiskBytes: found.freeDiskBytes ?? 10 ** 12,
    onExchange: () => undefined,
    onLibraryLoad: () => undefined,
    logged: [],
    stop: () => till.stop(),
    async replace() {
      await till.stop();
      till = make();
      return till;
    },
    async startWith(settings) {
      await till.stop();
      stored = settings === '' ? undefined : settings;
      till = make();
      await till.start();
    },
    async restart() {
      await (await harness.replace()).start();
    },
    connector: () => connector,
    async close() {
      await till.stop();
      await simulator.stop();
      rmSync(folder, { recursive: true });
    },
  };
  let till: Till;
  try {
    till = make();
    await till.start().catch(async (error: unknown) => {
      await till.stop();
      throw error;
    });
  } catch (error) {
    await simulator.stop();
    throw error;
  }
  return harness;
}

/** The till's wire to its simulator; what goes over it is the harness's to see. */
function connectorOf(harness: () => TillHarness): SoapSeqrConnector {
  return createSeqrConnector({
    wsdlPath: WSDL,
    clock: createSystemClock(),
    log(exchange) {
      harness().logged.push(JSON.stringify(exchange));
      harness().onExchange(exchange);
    },
    onLibraryLoad: () => harness().onLibraryLoad(),
  });
}

/** The first snapshot that is `wanted`, the present one included. */
function shown(till: Till, wanted: (snapshot: Snapshot) => boolean): Promise<Snapshot> {
  return new Promise((resolve) => {
    const now = till.snapshot();
    if (wanted(now)) {
      resolve(now);
      return;
    }
    const end = till.subscribe((snapshot) => {
      if (!wanted(snapshot)) return;
      end();
      resolve(snapshot);
    });
  });
}

/** What is around the till, in the harness's hand. */
function outside(harness: () => TillHarness): Omit<TillDeps, 'clock' | 'dataDir' | 'settings' | 'connector' | 'simulator'> {
  return {
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    freeDiskBytes: () => Promise.resolve(harness().freeDiskBytes),
    secrets: {
      async protection() {
        await harness().keychain();
        return 'keychain';
      },
      seal: (secret) => Promise.resolve(Buffer.from(secret).toString('base64')),
      async open(sealed) {
        await harness().keychain();
        await harness().keychainOpens(sealed);
        return harness().keychainSays?.(sealed) ?? { kind: 'opened', secret: Buffer.from(sealed, 'base64').toString(), resealed: null };
      },
    },
    printer: {
      list: () => Promise.resolve([{ deviceName: 'till', displayName: 'Till', isDefault: true }]),
      print(page) {
        harness().printed.push(page);
        const { printerSays } = harness();
        return printerSays === 'nothing' ? Promise.withResolvers<PrintOutcome>().promise : Promise.resolve(printerSays);
      },
      savePdf(page) {
        harness().printed.push(page);
        return Promise.resolve({ ok: true });
      },
    },
    shell: { keepAwake: () => undefined, openCustomerDisplay: () => undefined, openPhone: () => undefined },
    files: {
      saveText(text, suggestedName) {
        harness().saved.push({ text, suggestedName });
        return Promise.resolve({ ok: true });
      },
    },
    appVersion: '0.0.0',
    readReport: readReportXml,
    sampleCatalogue: () => JSON.parse(readFileSync(join(ASSETS, 'sample-catalogue.json'), 'utf8')) as unknown,
    log: (entry) => void harness().logged.push(JSON.stringify(entry)),
  };
}
