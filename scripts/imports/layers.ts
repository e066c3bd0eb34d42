/**
 * Who may import whom, as data: the linter's rules (oxlint.config.mts), the drawing in ARCHITECTURE.md and the test of the
 * imports are made of it. A room is a folder, named from the repository's root; all folders below it belong to it.
 */

/** What a layer may not know. */
export type Foreign = 'node' | 'electron' | 'react';

export const FOREIGN: Readonly<Record<Foreign, RegExp>> = {
  node: /^node:/,
  electron: /^electron([-/]|$)/,
  react: /^react([-/]|$)/,
};

export interface Layer {
  readonly name: string;
  /** One sentence for ARCHITECTURE.md, after the name. */
  readonly what: string;
  readonly rooms: readonly string[];
  /** The rooms that each of its rooms may import beside itself. */
  readonly may: readonly string[];
  readonly never: readonly Foreign[];
  /** It stands apart, with types and tests of its own, and its tests reach no further than itself. */
  readonly isPackage?: true;
  /** It is for developers: nothing of it reaches a shop. */
  readonly isShipped?: false;
}

/** In src, and pure: values in, values out. */
const PURE = [
  'src/language',
  'src/plain-text',
  'src/money',
  'src/clock',
  'src/protocol',
  'src/catalogue',
  'src/sale',
  'src/receipt',
  'src/state-chart',
  'src/payment',
  'src/disbursement',
  'src/day',
  'src/text',
  'src/records',
] as const;
const CONTRACT = 'src/contract';
/** What a window may use beside the contract: what words, figures and papers are made of. It never sees a payment's inside. */
const FOR_WINDOWS = [
  CONTRACT,
  'src/language',
  'src/text',
  'src/money',
  'src/sale',
  'src/receipt',
  'src/catalogue',
  'src/day',
  'src/protocol',
] as const;
const EDGES = ['src/seqr', 'src/journal'] as const;
const SIMULATOR = 'src/simulator';
const STAND_IN = 'e2e/electron-standin';
const TILL = 'src/till';
const CORE = [...PURE, CONTRACT, ...EDGES, SIMULATOR, TILL, 'src/certify'];

/** From the inside outwards. */
export const LAYERS: readonly Layer[] = [
  {
    name: 'Pure',
    what: 'values in, values out; no Node, no Electron, no React, and nothing that is made for a window',
    rooms: PURE,
    may: PURE,
    never: ['node', 'electron', 'react'],
  },
  {
    name: 'Contract',
    what: 'what windows are shown and may ask for; as pure as the rest',
    rooms: [CONTRACT],
    may: PURE,
    never: ['node', 'electron', 'react'],
  },
  {
    name: 'Edges',
    what: 'where Node begins: network and disk; they do not know one another',
    rooms: EDGES,
    may: PURE,
    never: ['electron', 'react'],
  },
  {
    name: 'Simulator',
    what: 'a SEQR of its own; of Kassa it knows what time is, and nothing else',
    rooms: [SIMULATOR],
    may: ['src/clock'],
    never: ['electron', 'react'],
    isPackage: true,
  },
  {
    name: 'Till',
    what: 'puts the above together and runs without any window; it is given the connection to SEQR by the shell',
    rooms: [TILL],
    may: [...PURE, CONTRACT, 'src/journal'],
    never: ['electron', 'react'],
  },
  {
    name: 'Certification',
    what: "SEQR's certification sheet, run with the till's own client",
    rooms: ['src/certify'],
    may: [...PURE, 'src/seqr'],
    never: ['electron', 'react'],
  },
  {
    name: 'Conformance',
    what: 'tests only',
    rooms: ['src/conformance'],
    may: CORE,
    never: ['electron', 'react'],
    isShipped: false,
  },
  {
    name: 'Shell',
    what: 'Electron, thin',
    rooms: ['main'],
    may: [...PURE, CONTRACT, ...EDGES, SIMULATOR, TILL],
    never: ['react'],
  },
  {
    name: 'Ground of the windows',
    what: 'windows draw state and send intents, and decide nothing about money',
    rooms: ['renderer/input', 'renderer/store'],
    may: FOR_WINDOWS,
    never: ['node', 'electron'],
  },
  {
    name: 'Parts of windows',
    what: 'what screens are made of',
    rooms: ['renderer/ui'],
    may: [...FOR_WINDOWS, 'renderer/input', 'renderer/store'],
    never: ['node', 'electron'],
  },
  {
    name: 'Screens',
    what: 'one folder for each thing that is done at the till',
    rooms: ['renderer/screens'],
    may: [...FOR_WINDOWS, 'renderer/input', 'renderer/store', 'renderer/ui'],
    never: ['node', 'electron'],
  },
  {
    name: 'Whole windows',
    what: 'which screen is shown where; and all of it with samples instead of a till',
    rooms: ['renderer/windows', 'renderer/dev'],
    may: [...FOR_WINDOWS, 'renderer/input', 'renderer/store', 'renderer/ui', 'renderer/screens'],
    never: ['node', 'electron'],
  },
  {
    name: 'Stand-in',
    what: "Electron's interface on other ground; it knows nothing of Kassa",
    rooms: [STAND_IN],
    may: [],
    never: ['react'],
    isPackage: true,
    isShipped: false,
  },
  {
    name: 'End to end',
    what: 'drives the built application from outside',
    rooms: ['e2e'],
    may: [...CORE, 'renderer/dev', STAND_IN],
    never: ['react'],
    isShipped: false,
  },
  {
    name: 'Scripts',
    what: 'build, measure and package the application, and drive what lies in e2e',
    rooms: ['scripts'],
    may: [...CORE, 'renderer/dev', STAND_IN, 'e2e'],
    never: ['react'],
    isShipped: false,
  },
];

/** What of npm the pure rooms use: none of it touches the machine. */
export const PURE_PACKAGES: readonly string[] = ['zod', 'i18next', 'papaparse'];

/** Those that lie in another room first. */
export const ROOMS: readonly string[] = LAYERS.flatMap(({ rooms }) => rooms).toSorted((one, other) => other.length - one.length);
export const PURE_ROOMS: readonly string[] = PURE;

/** The room that a file lies in; null if it lies in none. */
export function roomOf(file: string): string | null {
  return ROOMS.find((room) => file.startsWith(`${room}/`)) ?? null;
}

/** Whether a room may import another, by the layers. */
export function mayImport({ may }: Layer, from: string, to: string): boolean {
  return from === to || may.includes(to);
}

/** Tests and their helpers reach across the layers: they put the real parts on both sides. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$|\/testing\/|\/test-support\.ts$/.test(file);
}
