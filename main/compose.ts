import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';
import { createSystemClock } from '../src/clock/system-clock.ts';
import { createSeqrConnector, readReportXml } from '../src/seqr/index.ts';
import type { SoapSeqrConnector } from '../src/seqr/index.ts';
import { createTill } from '../src/till/index.ts';
import type { ShellPort } from '../src/till/ports.ts';
import type { Till } from '../src/till/till.ts';
import { createBuiltInSimulator } from './built-in-simulator.ts';
import type { BuiltInSimulator } from './built-in-simulator.ts';
import { createFiles } from './files/files.ts';
import { exchangeLog } from './log/exchange-log.ts';
import type { Log } from './log/log.ts';
import type { PrintPages } from './printing/pages/print-pages.ts';
import { createPrinter } from './printing/printer.ts';
import type { DataFolder } from './storage/data-folder.ts';
import { createSecretVault } from './storage/secret-vault.ts';
import { createSettingsStore } from './storage/settings.ts';
import type { WindowDeps } from './windows/open-window.ts';

/** The till with everything it needs of this machine, and what of it the shell goes on using. */
export interface Composition {
  readonly till: Till;
  readonly connector: SoapSeqrConnector;
  readonly simulator: BuiltInSimulator;
  readonly pages: PrintPages;
}

/** Puts the till together. Nothing here waits for Electron to be ready. */
export function compose(folder: DataFolder, windows: WindowDeps, shell: ShellPort, log: Log): Composition {
  const clock = createSystemClock();
  const asset = (name: string): string => join(app.getAppPath(), 'assets', name);
  const wsdlPath = asset('seqr-cashregister.wsdl');
  const connector = createSeqrConnector({ wsdlPath, clock, log: exchangeLog(log) });
  const simulator = createBuiltInSimulator({
    workerPath: join(app.getAppPath(), 'out', 'main', 'simulator-worker.js'),
    wsdlPath,
    folder: folder.simulator,
    log,
  });
  const { port: printer, pages } = createPrinter({ ...windows, clock });
  const till = createTill({
    clock,
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    dataDir: folder.journals,
    freeDiskBytes: async () => {
      const disk = await statfs(folder.journals);
      return disk.bavail * disk.bsize;
    },
    settings: createSettingsStore(folder.root, new Date()),
    secrets: createSecretVault({ keychain: safeStorage, platform: process.platform, ready: app.whenReady() }),
    printer,
    files: createFiles(windows),
    connector,
    simulator: simulator.port,
    shell,
    appVersion: app.getVersion(),
    readReport: readReportXml,
    sampleCatalogue: () => JSON.parse(readFileSync(asset('sample-catalogue.json'), 'utf8')) as unknown,
    log: ({ level, what, data }) => log(level, what, data),
  });
  return { till, connector, simulator, pages };
}
