import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../contract/snapshot.ts';
import { openJournal } from '../journal/index.ts';
import { NewerFileError } from '../records/index.ts';
import { createClockAt } from './testing/clock-at.ts';
import { createTillHarness } from './testing/till-harness.ts';
import type { Found, TillHarness } from './testing/till-harness.ts';

/*
 * A data folder that an older Kassa left behind (testing/data-of-3ef6443 says what is in it), opened by this one: with a
 * simulator on the port and with the state of then, and with both clocks at that moment.
 */
const DATA = join(import.meta.dirname, 'testing', 'data-of-3ef6443');
const { at, port } = JSON.parse(readFileSync(join(DATA, 'stopped-at.json'), 'utf8')) as { readonly at: string; readonly port: number };
/** As long as a crash and a start may take: SEQR has not given up on what nobody asks about. */
const AWAY_MS = 5_000;

let folder: string;
let file: string;
let harness: TillHarness | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kassa-stored-'));
  cpSync(DATA, folder, { recursive: true, filter: (file) => !file.endsWith('README.md') });
  file = join(folder, 'journals', 'journal-live.sqlite');
});
afterEach(async () => {
  await harness?.close();
  harness = null;
  rmSync(folder, { recursive: true });
});

async function opened(found: Found = {}): Promise<TillHarness> {
  const clock = createClockAt(Date.parse(at) + AWAY_MS);
  harness = await createTillHarness(clock, {
    folder: join(folder, 'journals'),
    settings: readFileSync(join(folder, 'settings.json'), 'utf8'),
    simulator: { port, stateFile: join(folder, 'simulator.state'), clock },
    ...found,
  });
  return harness;
}

/** Looks into a file of the folder, or changes it as an older or a newer Kassa would have left it. */
function inFile<Value>(path: string, look: (db: DatabaseSync) => Value): Value {
  const db = new DatabaseSync(path);
  try {
    return look(db);
  } finally {
    db.close();
  }
}
const versionOf = (path: string) => inFile(path, (db) => db.prepare('PRAGMA user_version').get()?.user_version);
const formTold = (till: TillHarness) => till.until(() => till.logged.some((line) => line.includes('"journal form"')));
const screen = (snapshot: Snapshot) => snapshot.payment?.screen.kind;
const notices = (till: TillHarness) =>
  till
    .till()
    .snapshot()
    .notices.map(({ problem }) => problem.code);

/** What was said to SEQR, oldest first, and about which invoice. */
async function said(till: TillHarness): Promise<readonly (readonly [operation: string, invoiceReference: string | null])[]> {
  const messages = (await (await fetch(`${till.simulator.url}/api/messages`)).json()) as { operation: string; request: string }[];
  return messages.map(({ operation, request }) => [operation, /invoiceReference>(\d+)</.exec(request)?.[1] ?? null]);
}
/** The invoices that lay open when the older Kassa stopped. */
const openInvoices = (): readonly string[] =>
  inFile(file, (db) =>
    db
      .prepare("SELECT json_extract(body, '$.state.invoiceReference') AS reference FROM attempt WHERE in_play = 1")
      .all()
      .map(({ reference }) => String(reference)),
  );

/** The customer pays what is waiting, and the till learns of it. */
async function paid(till: TillHarness): Promise<void> {
  const scan = till.simulator.world.phone.scan('HTTP://SEQR.SE/QFISK01');
  if (!scan.ok) throw new Error(scan.error);
  till.simulator.world.phone.pay(scan.value.invoiceReference);
  await till.until((snapshot) => screen(snapshot) === 'paid' && till.till().quitWarning() === null && snapshot.receiptsToSubmit === 0);
}

describe('the data of an older Kassa', () => {
  test('is all there: the payment on the screen, the tab, the refund, the pay-out, the receipts and the day', async () => {
    const till = await opened();
    const snapshot = await till.until((now) => screen(now) === 'waiting');
    expect(snapshot).toMatchObject({
      mode: 'live',
      register: 'Till 1',
      payment: { amount: { minor: 19_900 } },
      sale: { locked: true, sale: { rows: [{ name: 'Crab' }] } },
      tabs: [{ name: 'Table 4', phase: 'held', reserved: { minor: 14_900 }, draft: { minor: 19_400 }, rowCount: 2 }],
      unresolved: [
        { state: 'refundUnknown', amount: { minor: 2_000 } },
        { state: 'payOutUnknown', amount: { minor: 25_000 } },
      ],
      lastReceipt: { number: 3, total: { minor: 12_000 } },
    });
    expect(await till.till().call('journal', '')).toMatchObject([{ number: 3 }, { number: 2 }, { number: 1 }]);
    // The unknown refund holds its money.
    expect(await till.till().call('refund', 3)).toMatchObject({ refundable: { minor: 10_000 }, refunds: [{ state: 'unknown' }] });
    expect(await till.till().call('payOuts')).toMatchObject([{ state: 'unknown', amount: { minor: 25_000 } }]);
    expect(await till.till().call('closes')).toEqual([]);
    expect(await till.till().call('catalogue')).not.toMatchObject({ products: [] });
    expect(notices(till)).toEqual([]);
  });

  test('has every payment that is open asked about, nothing repeated, and the payment completed once it is made', async () => {
    const open = openInvoices();
    expect(open).toHaveLength(2);
    const till = await opened();
    await till.until((snapshot) => screen(snapshot) === 'waiting');
    const first = await said(till);
    expect(new Set(first.map(([operation]) => operation))).toEqual(new Set(['getPaymentStatus']));
    expect(first.map(([, reference]) => reference)).toEqual(expect.arrayContaining([...open]));
    await paid(till);
    expect(till.till().snapshot()).toMatchObject({ lastReceipt: { number: 4, total: { minor: 19_900 } }, sale: { sale: { rows: [] } } });
    const operations = new Set((await said(till)).map(([operation]) => operation));
    expect(operations).toEqual(new Set(['getPaymentStatus', 'submitPaymentReceipt']));
  });

  test('is brought to the form of today when it has been asked about, with a copy of before and one chained entry', async () => {
    const entriesBefore = inFile(file, (db) => db.prepare('SELECT * FROM entry ORDER BY seq').all());
    const till = await opened();
    await formTold(till);
    const form = till.logged.findIndex((line) => line.includes('"journal form"'));
    const asked = till.logged.findIndex((line) => line.includes('getPaymentStatus'));
    expect(asked).toBeGreaterThan(-1);
    expect(form).toBeGreaterThan(asked);
    expect(till.logged[form]).toContain('migrated');
    await paid(till);
    await till.replace();

    const book = openJournal({ file, nowIso: () => at });
    expect([book.hasOldForm(), book.verify(), book.nextReceiptNumber()]).toEqual([false, [], 5]);
    book.close();
    const entries = inFile(file, (db) => db.prepare('SELECT * FROM entry ORDER BY seq').all());
    expect(entries.slice(0, entriesBefore.length)).toEqual(entriesBefore);
    const migrated = entries.filter(({ kind }) => kind === 'journal.migrated');
    expect(migrated.map(({ body }) => JSON.parse(String(body)) as unknown)).toEqual([
      { v: 2, from: 1, to: 2, kassa: '0.0.0', copy: 'journal-live.v1.sqlite' },
    ]);
    const copy = join(folder, 'journals', 'journal-live.v1.sqlite');
    expect([versionOf(file), versionOf(copy)]).toEqual([2, 1]);
    expect(inFile(copy, (db) => db.prepare('SELECT * FROM entry ORDER BY seq').all()).slice(0, entriesBefore.length)).toEqual(
      entriesBefore,
    );
  });

  test('stays in its old form where a copy finds no room: said, in use, and tried again at the next start', async () => {
    const till = await opened({ freeDiskBytes: 1_000_000 });
    await formTold(till);
    expect(notices(till)).toEqual(['journal.old-form']);
    await till.until((snapshot) => screen(snapshot) === 'waiting');
    await paid(till);
    expect(till.till().snapshot().lastReceipt?.number).toBe(4);
    till.logged.length = 0;
    till.freeDiskBytes = 10 ** 12;
    await till.replace();
    expect(versionOf(file)).toBe(1);
    expect(existsSync(join(folder, 'journals', 'journal-live.v1.sqlite'))).toBe(false);
    await till.till().start();
    await formTold(till);
    expect(till.till().snapshot()).toMatchObject({ lastReceipt: { number: 4 }, notices: [], tabs: [{ name: 'Table 4' }] });
    await till.replace();
    expect(versionOf(file)).toBe(2);
  });

  test('settings are written with their number from then on', async () => {
    const till = await opened();
    expect(await till.ask({ kind: 'preferences.change', patch: { theme: 'dark' } })).toEqual({ ok: true });
    expect(JSON.parse(till.settings())).toMatchObject({ version: 1, mode: 'live', live: { done: true, seqrId: 'FISK01' } });
  });
});

describe('a state that this Kassa does not know', () => {
  const rename = (kind: string, into: string) =>
    inFile(file, (db) =>
      db.exec(`UPDATE attempt SET body = json_set(body, '$.state.kind', '${into}') WHERE json_extract(body, '$.state.kind') = '${kind}'`),
    );
  const rowOf = (kind: string) =>
    inFile(file, (db) => db.prepare("SELECT body FROM attempt WHERE json_extract(body, '$.state.kind') = ?").get(kind)?.body);

  test('of a payment is told and asked about; its row stays until SEQR’s answer says what became of it', async () => {
    rename('live', 'somethingNew');
    const row = rowOf('somethingNew');
    const open = openInvoices();
    const till = await opened();
    await till.until((snapshot) => screen(snapshot) === 'waiting');
    expect(notices(till)).toContain('journal.unknown-state');
    expect((await said(till)).map(([, reference]) => reference)).toEqual(expect.arrayContaining([...open]));
    expect(rowOf('somethingNew')).toBe(row);
    await paid(till);
    expect(till.till().snapshot().lastReceipt).toMatchObject({ number: 4, total: { minor: 19_900 } });
    await till.replace();
    expect(rowOf('somethingNew')).toBeUndefined();
  });

  test('of a tab: it is asked about at once, and is in doubt until SEQR says PAID or an end, with all that was rung up on it', async () => {
    rename('reserved', 'somethingNew');
    const till = await opened();
    const { tabs } = await till.until((snapshot) => snapshot.tabs.some(({ phase }) => phase === 'unsure'));
    expect(tabs).toMatchObject([{ name: 'Table 4', inDoubt: true, reserved: { minor: 14_900 }, draft: { minor: 19_400 }, rowCount: 2 }]);
    expect(notices(till)).toContain('journal.unknown-state');
  });

  test('of a refund: it is told, its money stays held, and it is not sent again', async () => {
    inFile(file, (db) => db.exec("UPDATE outgoing SET body = json_set(body, '$.state.kind', 'somethingNew')"));
    const till = await opened();
    await till.until((snapshot) => screen(snapshot) === 'waiting');
    expect(till.till().snapshot().unresolved).toMatchObject([{ state: 'refundUnknown' }, { state: 'payOutUnknown' }]);
    expect(await till.till().call('refund', 3)).toMatchObject({ refundable: { minor: 10_000 } });
    expect(notices(till)).toContain('journal.unknown-state');
    expect((await said(till)).every(([operation]) => operation === 'getPaymentStatus')).toBe(true);
  });
});

describe('a file of a newer Kassa', () => {
  const asNewer = (path: string) => inFile(path, (db) => db.exec('PRAGMA user_version=99'));

  test('settings: the till does not open, and the file with its passwords is as it was', async () => {
    const settings = JSON.stringify({ version: 99, mode: 'live' });
    await expect(opened({ settings })).rejects.toThrow(NewerFileError);
    expect(readdirSync(join(folder, 'journals')).sort()).toEqual(['journal-live.sqlite', 'products.sqlite']);
  });

  test('journal: the till does not open, and asks nobody', async () => {
    asNewer(file);
    const before = readFileSync(file).toString('base64');
    await expect(opened()).rejects.toThrow(NewerFileError);
    expect(readFileSync(file).toString('base64')).toBe(before);
  });

  test('journal of a mode that is chosen later: refused in words, and the mode in use goes on', async () => {
    const till = await createTillHarness(undefined, { folder: join(folder, 'journals'), settings: JSON.stringify({ mode: 'practice' }) });
    harness = till;
    expect(notices(till)).toEqual(['settings.live-open']);
    asNewer(file);
    const endpoint = { kind: 'setup.service', service: { kind: 'endpoint', endpoint: till.simulator.soapUrl } } as const;
    expect(await till.ask(endpoint)).toMatchObject({ ok: false, problem: { code: 'storage.newer', params: { found: 99, known: 2 } } });
    expect(await till.ask({ kind: 'setup.practise' })).toEqual({ ok: true });
  });

  test('products: none is shown or changed, it is said, and amounts can be sold', async () => {
    const products = join(folder, 'journals', 'products.sqlite');
    asNewer(products);
    const till = await opened();
    await till.until((snapshot) => screen(snapshot) === 'waiting');
    expect(notices(till)).toEqual(['catalogue.newer']);
    expect(await till.till().call('catalogue')).toMatchObject({ products: [] });
    await paid(till);
    expect(await till.ask({ kind: 'sale.addAmount', minor: 500 })).toEqual({ ok: true });
    await till.replace();
    expect(versionOf(products)).toBe(99);
  });
});
