import type { Clock } from '../clock/clock.ts';
import type { PrinterInfo, PrintPage } from '../contract/ipc.ts';
import type { ReportReader } from '../day/index.ts';
import type { OpenDatabase } from '../journal/index.ts';
import type { SeqrConnector } from '../protocol/index.ts';
import type { Problem } from '../text/index.ts';

/** Where settings lie (electron-store in the app, a plain object in tests). Never secrets, never money. */
export interface SettingsStore {
  /** What was stored, unparsed; the till checks it. Undefined at the first start. */
  load(): unknown;
  /** Durable when it returns. */
  save(settings: object): void;
  /** Keeps what is stored now beside it, under a name with this version of it. Durable when it returns. */
  keepCopy(version: number): void;
  /** Keeps what is stored now beside it, as it is: a part of it could not be read. Durable when it returns. */
  keepDamaged(): void;
  /** The stored file was damaged; this start began with defaults, and the file was set aside under this name. */
  readonly damagedFile?: string | null;
}

/** What came of opening a sealed secret. */
export type OpenedSecret =
  /** `resealed`: text to be stored in place of the old one, since the keychain has a new key for it; null if the old one stays. */
  | { readonly kind: 'opened'; readonly secret: string; readonly resealed: string | null }
  /** The keychain cannot answer now, say because it is locked. Nothing is lost: ask again. */
  | { readonly kind: 'later' }
  /** It cannot be opened any more: another user, another machine, a damaged file, a keychain reset. */
  | { readonly kind: 'lost' };

/** The system's keychain behind one door (`safeStorage` in the app). */
export interface SecretVault {
  /** `none`: sealing is no protection on this system (security: Linux without a keyring). */
  protection(): Promise<'keychain' | 'none'>;
  /** Returns text that may lie on disk. */
  seal(secret: string): Promise<string>;
  /** Never rejects. */
  open(sealed: string): Promise<OpenedSecret>;
}

/** How one print ended: success or a named failure, never silence (till-features C7). */
export type PrintOutcome = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

/** The system's printers (Chromium's printing in the app). */
export interface PrinterPort {
  list(): Promise<readonly PrinterInfo[]>;
  print(page: PrintPage, deviceName: string): Promise<PrintOutcome>;
  /** Asks where to, and writes it there. `cancelled` if the person thought better of it. */
  savePdf(page: PrintPage, suggestedName: string): Promise<PrintOutcome | { readonly ok: false; readonly cancelled: true }>;
}

/** Files that a person asks for. */
export interface FilePort {
  /** Asks where to, and writes it there as UTF-8. `cancelled` if the person thought better of it. */
  saveText(text: string, suggestedName: string): Promise<PrintOutcome | { readonly ok: false; readonly cancelled: true }>;
}

/** The built-in simulator, off the main thread. */
export interface SimulatorPort {
  start(): Promise<{ readonly url: string; readonly soapUrl: string }>;
}

/** What only the shell can do: windows and power. */
export interface ShellPort {
  /** Sleep is blocked while an attempt is open (PF-01). */
  keepAwake(on: boolean): void;
  openCustomerDisplay(open: boolean): void;
  /** Practice only: the customer's phone beside the till, with the terminal's code filled in. */
  openPhone(url: { readonly simulatorUrl: string; readonly code: string }): void;
}

/** Makes a short secret slow to guess: 32 bytes out of it and a salt. */
export type Derive = (secret: string, salt: Uint8Array) => Promise<Uint8Array>;

/** Everything outside the till that it needs, as arguments, so that a test owns it (house style). */
export interface TillDeps {
  readonly clock: Clock;
  /** Random bytes, for ids and passwords. */
  readonly randomBytes: (count: number) => Uint8Array;
  /** Folder for the journals; exists. */
  readonly dataDir: string;
  /** SQLite's door to the files in it, if it is not to be the machine's own. */
  readonly openDatabase?: OpenDatabase;
  /** Free bytes on the disk that holds `dataDir`. */
  readonly freeDiskBytes: () => Promise<number>;
  readonly settings: SettingsStore;
  readonly secrets: SecretVault;
  readonly printer: PrinterPort;
  readonly files: FilePort;
  readonly connector: SeqrConnector;
  readonly simulator: SimulatorPort;
  readonly shell: ShellPort;
  readonly appVersion: string;
  /** How a PIN is made slow to guess; scrypt unless given. */
  readonly derive?: Derive;
  /** How SEQR's reports are read. */
  readonly readReport: ReportReader;
  /** The sample catalogue as JSON, read only when there is no catalogue yet. */
  readonly sampleCatalogue: () => unknown;
  readonly log: (entry: { readonly level: 'info' | 'warn' | 'error'; readonly what: string; readonly data?: object }) => void;
}
