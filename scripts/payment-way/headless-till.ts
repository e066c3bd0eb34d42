/** A whole till without windows, sockets or real time: the core, and the simulator's own logic where SEQR would be. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createVirtualClock } from '../../src/clock/virtual-clock.ts';
import type { VirtualClock } from '../../src/clock/virtual-clock.ts';
import type { Intent } from '../../src/contract/index.ts';
import type { Answer, CallContext, SeqrConnection } from '../../src/protocol/index.ts';
import { readReportXml } from '../../src/seqr/index.ts';
import { createWorld } from '../../src/simulator/testing/index.ts';
import type { World } from '../../src/simulator/testing/index.ts';
import { createTill } from '../../src/till/index.ts';
import type { Till } from '../../src/till/index.ts';
import { createWorldService } from '../../src/till/testing/world-service.ts';

const CATALOGUE = path.join(import.meta.dirname, '..', '..', 'assets', 'sample-catalogue.json');
/** Long enough for any answer that needs no person. */
const ANSWERED_MS = 1_000;

export interface HeadlessTill {
  readonly clock: VirtualClock;
  readonly world: World;
  readonly till: Till;
  /** Throws if the till refuses. */
  ask(intent: Intent): Promise<void>;
  close(): Promise<void>;
}

/** What the till reaches on its way, told as it is reached. */
export interface Watched {
  readonly onSend: () => void;
  readonly onPrint: () => void;
}

/** Opens a till that is practising, with a printer and an empty sale. */
export async function openHeadlessTill(watched: Watched): Promise<HeadlessTill> {
  const clock = createVirtualClock();
  const world = createWorld({ clock, seed: 1 });
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'kassa-way-'));
  let stored: string | undefined;
  let counter = 0;
  const till = createTill({
    clock,
    randomBytes: (count) => Uint8Array.from({ length: count }, () => (counter += 1) % 251),
    dataDir,
    freeDiskBytes: () => Promise.resolve(10 ** 12),
    settings: {
      load: () => (stored === undefined ? undefined : (JSON.parse(stored) as unknown)),
      save: (settings) => void (stored = JSON.stringify(settings)),
      keepCopy: () => undefined,
      keepDamaged: () => undefined,
    },
    secrets: {
      protection: () => Promise.resolve('keychain'),
      seal: (secret) => Promise.resolve(secret),
      open: (sealed) => Promise.resolve({ kind: 'opened', secret: sealed, resealed: null }),
    },
    printer: {
      list: () => Promise.resolve([{ deviceName: 'till', displayName: 'Till', isDefault: true }]),
      print() {
        watched.onPrint();
        return Promise.resolve({ ok: true });
      },
      savePdf: () => Promise.resolve({ ok: true }),
    },
    files: { saveText: () => Promise.resolve({ ok: true }) },
    connector: { connect: () => connection(world, clock, watched.onSend) },
    simulator: { start: () => Promise.resolve({ url: 'http://127.0.0.1', soapUrl: 'http://127.0.0.1/soap' }) },
    shell: { keepAwake: () => undefined, openCustomerDisplay: () => undefined, openPhone: () => undefined },
    appVersion: '0.0.0',
    readReport: readReportXml,
    sampleCatalogue: () => JSON.parse(fs.readFileSync(CATALOGUE, 'utf8')) as unknown,
    log: () => undefined,
  });
  const ask = async (intent: Intent): Promise<void> => {
    const answered = till.call('intent', intent);
    await clock.advance(ANSWERED_MS);
    const result = await answered;
    if (!result.ok) throw new Error(`${intent.kind} was refused with ${result.problem.code}`);
  };
  await till.start();
  await ask({ kind: 'setup.practise' });
  await ask({ kind: 'setup.finish' });
  await ask({ kind: 'preferences.change', patch: { printer: { deviceName: 'till' } } });
  return {
    clock,
    world,
    till,
    ask,
    async close() {
      await till.stop();
      fs.rmSync(dataDir, { recursive: true });
    },
  };
}

/** The service of the till's own tests, which also registers a terminal. */
function connection(world: World, clock: VirtualClock, onSend: () => void): SeqrConnection {
  const { service } = createWorldService(world, clock);
  const context = ({ clientReference, credentials: { password, ...initiatorPrincipalId } }: CallContext) => ({
    clientReference,
    clientRequestTimeout: 0,
    initiatorPrincipalId,
    password,
  });
  const answered = <Value>({ resultCode }: { readonly resultCode: number }, value: Value): Promise<Answer<Value>> =>
    Promise.resolve({ kind: 'answered', resultCode, resultDescription: '', ersReference: null, value, serverDateMs: null, tookMs: 1 });
  return {
    ...service,
    sendInvoice(...given) {
      onSend();
      return service.sendInvoice(...given);
    },
    registerTerminal(caller, terminal) {
      const returned = world.call('registerTerminal', { context: context(caller), ...terminal });
      return answered(returned, { terminalId: returned.terminalId ?? null });
    },
    assignSeqrId: (caller, seqrId) => answered(world.call('assignSeqrId', { context: context(caller), seqrId }), {}),
    close: () => undefined,
  };
}
