import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { JournalWriteError } from '../records/index.ts';
import type { Batch, Journal, WriteFault } from '../records/index.ts';
import { openJournal, openProductStore } from './index.ts';
import { WAITING } from './testing/examples.ts';
import { BUSY, CANNOT_OPEN, createHinderedDisk, FULL, IO_ERROR, NO_ROOM_FOR_INDEX, READ_ONLY } from './testing/hindered-disk.ts';
import type { HinderedDisk, Touch } from './testing/hindered-disk.ts';

const NOW = '2026-11-25T08:00:10.000+01:00';
let folder: string;
let file: string;
let disk: HinderedDisk;
const faults: (WriteFault | null)[] = [];
const opened: Journal[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kassa-hindered-'));
  file = join(folder, 'journal.sqlite');
  disk = createHinderedDisk();
  faults.length = 0;
});
afterEach(() => {
  disk.onTouch = () => undefined;
  for (const journal of opened.splice(0)) journal.close();
  rmSync(folder, { recursive: true });
});

function open(at = file): Journal {
  const journal = openJournal({ file: at, nowIso: () => NOW, openDatabase: disk.open, onFault: (fault) => faults.push(fault) });
  opened.push(journal);
  return journal;
}
function close(journal: Journal): void {
  journal.close();
  opened.splice(opened.indexOf(journal), 1);
}
const line = (n: number): Batch => ({ entries: [{ kind: 'sale.restored', subject: String(n), body: { n } }] });
const paying: Batch = { entries: [{ kind: 'attempt.live', subject: 'a', body: {} }], attempts: [WAITING] };
function refusal(write: () => void): WriteFault | null {
  try {
    write();
  } catch (error) {
    if (error instanceof JournalWriteError) return error.reason;
    throw error;
  }
  return null;
}

/** A file with an open payment, as a killed Kassa leaves it: all of it in the log. Or as one does that was closed. */
function leftBy(end: 'killed' | 'closed', name = 'left.sqlite'): string {
  const left = join(folder, name);
  const before = openJournal({ file, nowIso: () => NOW });
  before.write(paying);
  if (end === 'killed') for (const part of ['', '-wal']) copyFileSync(file + part, left + part);
  before.close();
  if (end === 'closed') copyFileSync(file, left);
  return left;
}
/** Touches of these kinds fail in this way. */
function fail(touches: readonly Touch[], error: () => Error): void {
  disk.onTouch = (touch) => {
    if (touches.includes(touch)) throw error();
  };
}
const WRITES = ['begin', 'write', 'commit'] as const;

describe('a start needs no write (PF-15)', () => {
  it.each(['killed', 'closed'] as const)('of what a %s Kassa left, not a byte is changed', (end) => {
    const left = leftBy(end);
    const parts = (): readonly string[] =>
      ['', '-wal'].map((part) => (existsSync(left + part) ? readFileSync(left + part).toString('base64') : ''));
    const before = parts();
    fail(WRITES, READ_ONLY);
    const journal = open(left);
    expect(journal.attemptsInPlay()).toEqual([WAITING]);
    expect(parts()).toEqual(before);
  });

  it.each(['killed', 'closed'] as const)(
    'what a %s Kassa left is read where there is no room for the index of the log, and written to',
    (end) => {
      const left = leftBy(end);
      fail(['open'], NO_ROOM_FOR_INDEX);
      const journal = open(left);
      expect(journal.attemptsInPlay()).toEqual([WAITING]);
      journal.write(line(1));
      expect([journal.entryCount(), journal.verify(), faults]).toEqual([2, [], [null]]);
    },
  );

  it.each(['killed', 'closed'] as const)(
    'what a %s Kassa left is read where nothing can be written, and written as soon as it can be',
    (end) => {
      const left = leftBy(end);
      fail(['open', 'openAlone'], CANNOT_OPEN);
      const journal = open(left);
      expect(journal.attemptsInPlay()).toEqual([WAITING]);
      expect(journal.fault()).toBe('other');
      expect(refusal(() => journal.write(line(1)))).toBe('other');
      fail(['open', 'openAlone'], READ_ONLY);
      expect(refusal(() => journal.write(line(1)))).toBe('readOnly');
      expect(journal.attemptsInPlay()).toEqual([WAITING]);
      disk.onTouch = () => undefined;
      journal.write(line(1));
      expect([journal.entryCount(), journal.verify(), journal.fault()]).toEqual([2, [], null]);
      expect(faults).toEqual(['other', 'readOnly', null]);
      expect(journal.attemptsInPlay()).toEqual([WAITING]);
    },
  );

  it('the room that was kept is given back where nothing else helps', () => {
    const left = leftBy('closed');
    writeFileSync(`${left}.reserve`, Buffer.alloc(1024, 1));
    disk.onTouch = (touch) => {
      if ((touch === 'open' || touch === 'openAlone') && existsSync(`${left}.reserve`)) throw FULL();
    };
    const journal = open(left);
    journal.write(line(1));
    expect([journal.attemptsInPlay(), journal.fault(), existsSync(`${left}.reserve`)]).toEqual([[WAITING], null, false]);
  });

  it('of a file that was a read-only one at first, another that lies in its place then is not taken', () => {
    const left = leftBy('closed');
    const other = join(folder, 'other.sqlite');
    const second = openJournal({ file: other, nowIso: () => NOW });
    second.write(line(1));
    second.close();
    fail(['open', 'openAlone'], READ_ONLY);
    const journal = open(left);
    copyFileSync(other, left);
    disk.onTouch = () => undefined;
    expect(refusal(() => journal.write(line(2)))).toBe('io');
  });

  it('products that cannot be opened keep nobody from selling; that can only be read are shown, and taken again later', () => {
    const products = join(folder, 'products.sqlite');
    const tea = {
      id: 'p',
      name: 'Tea',
      price: { currency: 'SEK', minor: 100 },
      vatRate: 1_200,
      unit: 'EA',
      category: '',
      retired: false,
    } as const;
    const store = openProductStore({ file: products });
    store.put([tea]);
    store.close();
    fail(['open', 'openAlone'], READ_ONLY);
    const read = openProductStore({ file: products, openDatabase: disk.open });
    expect([read.all(), read.unreadable]).toEqual([[tea], null]);
    expect(refusal(() => read.put([{ ...tea, name: 'Coffee' }]))).toBe('readOnly');
    disk.onTouch = () => undefined;
    read.put([{ ...tea, name: 'Coffee' }]);
    expect(read.all().map(({ name }) => name)).toEqual(['Coffee']);
    read.close();
    writeFileSync(products, 'a letter, and no table of anything. '.repeat(50));
    const unreadable = openProductStore({ file: products });
    expect([unreadable.all(), unreadable.isEmpty(), unreadable.unreadable]).toEqual([[], false, 'file is not a database']);
    expect(refusal(() => unreadable.put([tea]))).toBe('other');
    unreadable.close();
  });
});

describe('a disk that refuses a record says why', () => {
  it.each([
    ['full', FULL],
    ['readOnly', READ_ONLY],
    ['io', IO_ERROR],
    ['locked', BUSY],
  ] as const)('%s, wherever it refuses; nothing of the record is there, and the next one follows on', (reason, error) => {
    for (const touch of WRITES) {
      const journal = open();
      const before = journal.entryCount();
      fail([touch], error);
      expect(refusal(() => journal.write(line(1)))).toBe(reason);
      expect(journal.fault()).toBe(reason);
      disk.onTouch = () => undefined;
      expect(journal.entryCount()).toBe(before);
      journal.write(line(2));
      expect([journal.entryCount(), journal.fault(), journal.verify()]).toEqual([before + 1, null, []]);
      close(journal);
    }
  });

  it('also while the book is begun, and again where a try before has left an empty file', () => {
    fail(['begin'], FULL);
    for (let tries = 0; tries < 2; tries += 1) expect(refusal(() => open())).toBe('full');
    expect(existsSync(file)).toBe(true);
    disk.onTouch = () => undefined;
    const journal = open();
    journal.write(line(1));
    expect(journal.verify()).toEqual([]);
  });

  it('another program that holds the file is waited for a moment only', () => {
    const journal = open();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    const from = performance.now();
    expect(refusal(() => journal.write(line(1)))).toBe('locked');
    expect(performance.now() - from).toBeLessThan(600);
    other.exec('ROLLBACK');
    other.close();
    expect(refusal(() => journal.write(line(1)))).toBeNull();
  });

  it('another Kassa that has written to it is named, and its lines are left alone', () => {
    const journal = open();
    const other = open();
    other.write(line(1));
    expect(refusal(() => journal.write(line(2)))).toBe('changed');
    expect([journal.entryCount(), journal.verify()]).toEqual([1, []]);
  });

  it('a mistake of the programmer is not taken for the disk', () => {
    const journal = open();
    const twice: { self?: object } = {};
    twice.self = twice;
    expect(() => journal.write({ entries: [{ kind: 'sale.restored', subject: 's', body: twice }] })).toThrow(TypeError);
    expect([journal.fault(), journal.entryCount()]).toEqual([null, 0]);
  });
});

describe('the room that is kept for payments under way (PF-02)', () => {
  const reserve = (): string => `${file}.reserve`;
  const size = (): number => statSync(reserve(), { throwIfNoEntry: false })?.size ?? 0;
  const beginning: Batch = { ...paying, begins: true };
  /** Full but for what the kept room gives back. */
  function fillUp(): void {
    const kept = size();
    disk.onTouch = (touch) => {
      if (touch === 'commit' && size() >= kept) throw FULL();
    };
  }

  it('is taken before a payment begins, in blocks of the disk', () => {
    const journal = open();
    journal.write(beginning);
    const stat = statSync(reserve());
    expect(stat.size).toBeGreaterThan(1024 * 1024);
    if (process.platform !== 'win32') expect(stat.blocks * 512).toBeGreaterThanOrEqual(stat.size);
  });

  it.each([0, 4096, 700_000])('a file of its name that has %d bytes is made whole', (bytes) => {
    const journal = open();
    journal.write(beginning);
    const whole = size();
    truncateSync(reserve(), bytes);
    journal.write(beginning);
    expect(size()).toBe(whole);
  });

  it.runIf(process.platform === 'linux')('a file of its length that takes no room of the disk is made whole', () => {
    const journal = open();
    journal.write(beginning);
    const whole = size();
    truncateSync(reserve(), 0);
    truncateSync(reserve(), whole);
    expect(statSync(reserve()).blocks).toBe(0);
    journal.write(beginning);
    expect(statSync(reserve()).blocks * 512).toBeGreaterThanOrEqual(whole);
  });

  it('is used by what happens to money, a part at a time, and taken again when there is room', () => {
    const journal = open();
    journal.write(beginning);
    const whole = size();
    fillUp();
    journal.write(paying);
    expect(size()).toBeGreaterThan(whole / 2);
    expect(size()).toBeLessThan(whole);
    fillUp();
    journal.write(paying);
    expect(size()).toBeGreaterThan(0);
    expect(journal.reserve()).toBe(true);
    expect(size()).toBe(whole);
  });

  it('is not used by what begins, nor by anything else that a person asks for', () => {
    const journal = open();
    journal.write(beginning);
    const whole = size();
    fillUp();
    expect(refusal(() => journal.write(beginning))).toBe('full');
    expect(refusal(() => journal.write(line(1)))).toBe('full');
    expect(size()).toBe(whole);
    journal.write(paying);
    expect(size()).toBeLessThan(whole);
  });

  it('while a part of it is used, the tables do not grow out of the log and take the rest', () => {
    let db: DatabaseSync | null = null;
    const journal = openJournal({ file, nowIso: () => NOW, openDatabase: (...asked) => (db = disk.open(...asked)) });
    opened.push(journal);
    const checkpointPages = (): unknown => db?.prepare('PRAGMA wal_autocheckpoint').get()?.wal_autocheckpoint;
    journal.write(beginning);
    expect(checkpointPages()).toBe(1000);
    fillUp();
    journal.write(paying);
    expect(checkpointPages()).toBe(0);
    expect(journal.reserve()).toBe(true);
    expect(checkpointPages()).toBe(1000);
  });
});
