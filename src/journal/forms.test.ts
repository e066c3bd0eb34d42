import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FACTS, LIVE, NOW } from '../payment/testing/example.ts';
import { NewerFileError } from '../records/index.ts';
import type { Journal, MigrationMeans } from '../records/index.ts';
import { emptySale } from '../sale/testing/empty-sale.ts';
import { openJournal, openProductStore } from './index.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { BOOK_VERSION } from './schema.ts';
import { WAITING } from './testing/examples.ts';
import { makeOldBook } from './testing/old-book.ts';
import { WORDS_VERSION } from './words/words.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kassa-forms-'));
  file = join(folder, 'journal-live.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = (options: Partial<Parameters<typeof openJournal>[0]> = {}): Journal => openJournal({ file, nowIso: () => NOW, ...options });
const MEANS: MigrationMeans = { kassa: '9.9.9', freeBytes: () => Promise.resolve(10 ** 12) };

const SALE = { sale: emptySale('s', 'SEK'), revision: 3, selectedRowId: null };
function writeSomething(journal: Journal): void {
  journal.write({
    entries: [{ kind: 'attempt.live', subject: FACTS.id, body: { state: LIVE } }],
    attempts: [WAITING],
    slots: { 'open-sale': SALE },
  });
}
const held = (journal: Journal) => [
  journal.attemptsInPlay(),
  journal.slot('open-sale'),
  journal.unresolvedDisbursements(),
  journal.verify(),
];
const AS_WRITTEN = [[WAITING], SALE, [], []];

function inFile<Value>(name: string, look: (db: DatabaseSync) => Value): Value {
  const db = new DatabaseSync(join(folder, name), { readOnly: true });
  try {
    return look(db);
  } finally {
    db.close();
  }
}
const versionOf = (name = 'journal-live.sqlite') => inFile(name, (db) => db.prepare('PRAGMA user_version').get()?.user_version);
const entriesOf = (name = 'journal-live.sqlite') => inFile(name, (db) => db.prepare('SELECT * FROM entry ORDER BY seq').all());
/** What the file is made of, however it came to be so. */
const objectsOf = () =>
  inFile('journal-live.sqlite', (db) =>
    db
      .prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name')
      .all()
      .map(({ type, name, sql }) => [
        type,
        name,
        String(sql)
          .replaceAll(/["\s]+/g, ' ')
          .replaceAll(' (', '('),
      ]),
  );
function change(sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

describe('a journal of an older form', () => {
  it('is read and written as it is, and keeps its form', () => {
    makeOldBook(file, 1);
    const first = open();
    expect(first.hasOldForm()).toBe(true);
    writeSomething(first);
    first.close();
    const again = open();
    expect(held(again)).toEqual(AS_WRITTEN);
    again.close();
    expect(versionOf()).toBe(1);
  });

  it('without a number is of the first form', () => {
    makeOldBook(file, 1);
    change('PRAGMA user_version=0; DROP TABLE kept');
    const journal = open();
    writeSomething(journal);
    expect([held(journal), journal.hasOldForm()]).toEqual([AS_WRITTEN, true]);
    journal.close();
  });

  it('is migrated: everything is there, a copy of before lies beside, and one chained entry says so', async () => {
    makeOldBook(file, 1);
    const journal = open();
    writeSomething(journal);
    const before = entriesOf();
    expect(await journal.migrate(MEANS)).toEqual({ kind: 'migrated' });
    expect(journal.hasOldForm()).toBe(false);
    expect(held(journal)).toEqual(AS_WRITTEN);
    writeSomething(journal);
    expect(await journal.migrate(MEANS)).toEqual({ kind: 'current' });
    journal.close();

    const entries = entriesOf();
    expect(entries.slice(0, before.length)).toEqual(before);
    expect(entries.map(({ kind }) => kind)).toEqual(['attempt.live', 'journal.migrated', 'attempt.live']);
    const said = { from: 1, to: BOOK_VERSION, kassa: '9.9.9', copy: 'journal-live.v1.sqlite' };
    expect(JSON.parse(String(entries[1]?.body))).toMatchObject(said);
    expect(versionOf()).toBe(BOOK_VERSION);
    expect(versionOf('journal-live.v1.sqlite')).toBe(1);
    expect(entriesOf('journal-live.v1.sqlite')).toEqual(before);
  });

  it('looks after its migration like a new one', async () => {
    makeOldBook(file, 1);
    const journal = open();
    await journal.migrate(MEANS);
    journal.close();
    const migrated = objectsOf();
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
    open().close();
    expect(migrated).toEqual(objectsOf());
  });

  it('stays as it is, and in use, where a copy finds no room', async () => {
    makeOldBook(file, 1);
    const journal = open();
    expect(await journal.migrate({ ...MEANS, freeBytes: () => Promise.resolve(60 * 1024 * 1024) })).toEqual({ kind: 'noRoom' });
    writeSomething(journal);
    expect(held(journal)).toEqual(AS_WRITTEN);
    journal.close();
    expect(readdirSync(folder)).toEqual(['journal-live.sqlite']);
    expect(versionOf()).toBe(1);
  });

  it('stays as it is, and in use, where the copy cannot be made', async () => {
    makeOldBook(file, 1);
    mkdirSync(join(folder, 'journal-live.v1.sqlite'));
    const journal = open();
    expect(await journal.migrate(MEANS)).toMatchObject({ kind: 'failed' });
    writeSomething(journal);
    expect(held(journal)).toEqual(AS_WRITTEN);
    journal.close();
    expect(versionOf()).toBe(1);
    expect(existsSync(join(folder, 'journal-live.v1.sqlite.part'))).toBe(false);
  });

  it('stays whole, and in use, where the disk refuses the change itself', async () => {
    makeOldBook(file, 1);
    let isFull = false;
    const journal = open({
      nowIso() {
        // Asked for the entry, behind every step.
        if (isFull) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        return NOW;
      },
    });
    isFull = true;
    expect(await journal.migrate(MEANS)).toMatchObject({ kind: 'failed' });
    isFull = false;
    expect(journal.hasOldForm()).toBe(true);
    writeSomething(journal);
    expect(held(journal)).toEqual(AS_WRITTEN);
    expect(await journal.migrate(MEANS)).toEqual({ kind: 'migrated' });
    expect(held(journal)).toEqual(AS_WRITTEN);
    journal.close();
  });

  it('that is closed meanwhile is not changed', async () => {
    makeOldBook(file, 1);
    const journal = open();
    const migrating = journal.migrate(MEANS);
    journal.close();
    expect(await migrating).toEqual({ kind: 'closed' });
    expect(versionOf()).toBe(1);
  });

  it('that is so only by its number, since an older Kassa has used it after its migration, hides nothing: it is refused', () => {
    open().close();
    change(`PRAGMA user_version=1; CREATE TABLE outgoing (id TEXT)`);
    expect(() => open()).toThrow('used by an older Kassa');
  });

  it('has a step to every form, and one number for tables and words', () => {
    expect(WORDS_VERSION).toBe(BOOK_VERSION);
    expect(MIGRATIONS.map(({ to }) => to)).toEqual(Array.from({ length: BOOK_VERSION - 1 }, (_, index) => index + 2));
  });
});

describe('a file of this form', () => {
  it('is opened without being written to: a full disk keeps nobody from asking about what is open', () => {
    const products = join(folder, 'products.sqlite');
    const openBoth = () => [open(), openProductStore({ file: products })] as const;
    for (const each of openBoth()) each.close();
    const [journal, store] = openBoth();
    // What a write puts into the log is seen while somebody has it open.
    const logs = [file, products].map((path) => readFileSync(`${path}-wal`).length);
    expect(logs).toEqual([0, 0]);
    journal.close();
    store.close();
  });
});

describe('a file of a newer Kassa', () => {
  const bytes = (path: string) => readFileSync(path).toString('base64');

  it('is no journal of this one: it is refused, and not touched', () => {
    open().close();
    change(`CREATE TABLE news (a); PRAGMA user_version=${BOOK_VERSION + 1}`);
    const before = bytes(file);
    expect(() => open()).toThrow(
      expect.objectContaining({ newer: { file: 'journal-live.sqlite', found: BOOK_VERSION + 1, known: BOOK_VERSION } }),
    );
    expect(() => open()).toThrow(NewerFileError);
    expect(bytes(file)).toBe(before);
  });

  it('whose number is in the log still, is refused as well', () => {
    open().close();
    const other = new DatabaseSync(file);
    other.exec(`PRAGMA journal_mode=WAL; PRAGMA user_version=${BOOK_VERSION + 1}`);
    expect(() => open()).toThrow(NewerFileError);
    other.close();
  });

  it('with products gives none, takes none, and is not touched', () => {
    const products = join(folder, 'products.sqlite');
    const product = {
      id: 'p',
      name: 'Tea',
      price: { currency: 'SEK', minor: 100 },
      vatRate: 1_200,
      unit: 'EA',
      category: '',
      retired: false,
    } as const;
    const first = openProductStore({ file: products });
    first.put([product]);
    expect([first.newer, first.all()]).toEqual([null, [product]]);
    first.close();
    const db = new DatabaseSync(products);
    db.exec('PRAGMA user_version=7');
    db.close();
    const before = bytes(products);
    const store = openProductStore({ file: products });
    expect(store.newer).toEqual({ file: 'products.sqlite', found: 7, known: 1 });
    expect([store.all(), store.isEmpty()]).toEqual([[], false]);
    expect(() => store.put([product])).toThrow('newer');
    store.close();
    expect(bytes(products)).toBe(before);
  });
});

describe('what lies in a journal and cannot be understood', () => {
  it('a payment in an unknown state is told once, goes on in a safe one, and its row stays as it is', () => {
    const first = open();
    writeSomething(first);
    first.close();
    change("UPDATE attempt SET body = json_set(body, '$.state.kind', 'somethingNew')");
    const row = () => inFile('journal-live.sqlite', (db) => db.prepare('SELECT body FROM attempt').get()?.body);
    const before = row();
    const told: string[] = [];
    const journal = open({ onUnknownState: (what) => void told.push(what), onDamage: (what) => void told.push(`damaged ${what}`) });
    expect(journal.attemptsInPlay()).toEqual([{ ...WAITING, state: { ...LIVE, contactLost: true } }]);
    expect(journal.attempt(FACTS.id)?.state.kind).toBe('live');
    expect(told).toEqual([`attempt ${FACTS.id}`]);
    expect(row()).toBe(before);
    journal.close();
  });

  it('an open sale that cannot be read is told, and kept when another takes its place', () => {
    const first = open();
    writeSomething(first);
    first.close();
    change("UPDATE slot SET body = json_set(body, '$.sale.currency', 'XXX')");
    const told: string[] = [];
    const journal = open({ onDamage: (what) => void told.push(what) });
    expect(journal.slot('open-sale')).toBeUndefined();
    for (const revision of [4, 5]) journal.write({ entries: [], slots: { 'open-sale': { ...SALE, revision } } });
    expect(journal.slot('open-sale')?.revision).toBe(5);
    expect(told).toEqual(['slot open-sale']);
    journal.close();
    const names = inFile('journal-live.sqlite', (db) => db.prepare('SELECT name FROM slot ORDER BY name').all());
    expect(names.map(({ name }) => name)).toEqual(['open-sale', 'open-sale.unreadable-1']);
  });

  it('a product is told and left out, and hides no other', () => {
    const products = join(folder, 'products.sqlite');
    const product = (id: string) =>
      ({ id, name: 'Tea', price: { currency: 'SEK', minor: 100 }, vatRate: 1_200, unit: 'EA', category: '', retired: false }) as const;
    const first = openProductStore({ file: products });
    first.put([product('p'), product('q')]);
    first.close();
    const db = new DatabaseSync(products);
    db.exec("UPDATE product SET body = json_set(body, '$.price', 1.5) WHERE id = 'p'");
    db.close();
    const told: string[] = [];
    const store = openProductStore({ file: products, onDamage: (what) => void told.push(what) });
    expect(store.all()).toEqual([product('q')]);
    expect(told).toEqual(['product p']);
    store.close();
  });
});
