import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReportXml } from '../../../seqr/index.ts';
import type { PrintOutcome } from '../../index.ts';
import type { OpenedSecret, TillDeps } from '../../ports.ts';
import type { Lives } from './lives.ts';

const ASSETS = join(import.meta.dirname, '..', '..', '..', '..', 'assets');

let catalogue: unknown = null;
function sampleCatalogue(): unknown {
  catalogue ??= JSON.parse(readFileSync(join(ASSETS, 'sample-catalogue.json'), 'utf8')) as unknown;
  return catalogue;
}

export type KeychainState = 'good' | 'locked' | 'lost' | 'silent';

/** The system's keychain. Whoever asks while it is silent is answered when it is not any more. */
export interface Keychain {
  set(state: KeychainState): void;
  state(): KeychainState;
  /** Resolves when it speaks. */
  asked(): Promise<void>;
}

export function createKeychain(): Keychain {
  let state: KeychainState = 'good';
  const waiting: (() => void)[] = [];
  return {
    set(next) {
      state = next;
      if (next === 'silent') return;
      for (const speak of waiting.splice(0)) speak();
    },
    state: () => state,
    asked: () => (state === 'silent' ? new Promise((resolve) => void waiting.push(resolve)) : Promise.resolve()),
  };
}

export type PrinterState = 'good' | 'broken' | 'silent';

export interface Around {
  readonly keychain: Keychain;
  readonly printer: () => PrinterState;
  readonly lives: Lives;
  /** The process around which all of it is. */
  readonly process: number;
}

type Outside = Omit<TillDeps, 'clock' | 'dataDir' | 'settings' | 'connector' | 'simulator' | 'randomBytes'>;

/** What is around the till besides time, disk and network. */
export function surroundings({ keychain, printer, lives, process }: Around): Outside {
  const never = <Value>(): Promise<Value> => new Promise(() => undefined);
  return {
    // A PIN is made slow to try on purpose; a model tries it thousands of times.
    derive: (secret, salt) => Promise.resolve(createHash('sha256').update(secret).update(salt).digest()),
    freeDiskBytes: () => Promise.resolve(10 ** 12),
    secrets: {
      async protection() {
        await keychain.asked();
        return 'keychain';
      },
      seal: (secret) => Promise.resolve(Buffer.from(secret).toString('base64')),
      async open(sealed): Promise<OpenedSecret> {
        await keychain.asked();
        const state = keychain.state();
        if (state === 'lost') return { kind: 'lost' };
        if (state !== 'good') return { kind: 'later' };
        lives.openedPassword(process);
        return { kind: 'opened', secret: Buffer.from(sealed, 'base64').toString(), resealed: null };
      },
    },
    printer: {
      list: () => Promise.resolve([{ deviceName: 'till', displayName: 'Till', isDefault: true }]),
      print(): Promise<PrintOutcome> {
        if (lives.isGone(process) || printer() === 'silent') return never();
        const broken = { ok: false, problem: { code: 'print.failed', params: { reason: 'broken' } } } as const;
        return Promise.resolve(printer() === 'broken' ? broken : { ok: true });
      },
      savePdf: () => Promise.resolve({ ok: true }),
    },
    files: { saveText: () => Promise.resolve({ ok: true }) },
    shell: { keepAwake: () => undefined, openCustomerDisplay: () => undefined, openPhone: () => undefined },
    appVersion: '0.0.0',
    readReport: readReportXml,
    sampleCatalogue,
    log: () => undefined,
  };
}
