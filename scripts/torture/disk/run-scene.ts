import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import { createQuickClock } from '../../../src/till/testing/quick-clock.ts';
import { createPractisingHarness } from '../../../src/till/testing/till-harness.ts';
import type { TillHarness } from '../../../src/till/testing/till-harness.ts';
import type { Scene } from './scenes.ts';
import { mountSmallDisk } from './small-disk.ts';
import type { SmallDisk } from './small-disk.ts';

/** The till's second is a tenth of one; SEQR's is a whole one. */
const HASTE = 10;
/** Longer than anything here takes, and shorter than SEQR waits for a question (PF-15). */
const PATIENCE_MS = 10_000;

/** @throws whatever did not hold */
export async function runScene(scene: Scene): Promise<void> {
  const disk = mountSmallDisk();
  let harness: TillHarness | null = null;
  try {
    mkdirSync(disk.folder);
    harness = await createPractisingHarness(createQuickClock(HASTE), { folder: disk.folder });
    await play(scene, harness, disk);
  } finally {
    disk.mend();
    await harness?.close();
    disk.end();
  }
}

async function play(scene: Scene, harness: TillHarness, disk: SmallDisk): Promise<void> {
  const seen = (wanted: (snapshot: Snapshot) => boolean, what: string): Promise<Snapshot> => within(harness.until(wanted), what);
  await sell(harness, seen);
  await charge(harness, seen);
  const invoice = scanned(harness);
  if (scene.before !== null) await endKassa(harness, scene.before);
  if (!scene.kept) rmSync(join(disk.folder, 'journal-practice.sqlite.reserve'));
  harness.simulator.world.phone.pay(invoice);
  disk.hinder(scene.how);
  if (scene.before !== null) await (await harness.replace()).start();
  const { payment } = await seen(({ payment: shown }) => shown?.screen.kind === 'paid', 'PAID was never shown');
  const isRecorded = ({ payment: shown }: Snapshot): boolean => shown?.screen.kind === 'paid' && shown.screen.recorded;
  assert.ok(payment !== null && payment.screen.kind === 'paid', 'the payment has gone from the screen');
  if (scene.records) await seen(isRecorded, 'PAID was not recorded in the room that was kept');
  else {
    assert.equal(payment.screen.recorded, false, 'PAID is called recorded, and cannot be');
    await seen(({ notices }) => notices.some(({ problem }) => problem.code === scene.said), `${scene.said} was not said`);
  }
  const refused = await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision });
  assert.equal(refused.ok, false, 'another payment began on this disk');
  disk.mend();
  await seen(isRecorded, 'PAID was not recorded when the disk took it');
  await seen(({ receiptsToSubmit }) => receiptsToSubmit === 0 && harness.till().quitWarning() === null, 'SEQR did not get its receipt');
  assert.equal(harness.simulator.world.keptMinor(), 19_800, 'SEQR gave money back');
  await sell(harness, seen);
  assert.equal(harness.till().snapshot().lastReceipt?.number, 3, 'the receipts are not 1, 2, 3');
  assert.ok(keptBytes(disk) > 1024 * 1024, 'the room for payments was not taken again');
}

type Seen = (wanted: (snapshot: Snapshot) => boolean, what: string) => Promise<Snapshot>;

async function charge(harness: TillHarness, seen: Seen): Promise<void> {
  await harness.ask({ kind: 'sale.addAmount', minor: 9_900 });
  const charged = await harness.ask({ kind: 'sale.charge', revision: harness.till().snapshot().sale.revision });
  assert.deepEqual(charged, { ok: true }, 'no payment could begin');
  await seen(({ payment }) => payment?.screen.kind === 'waiting' && payment.contact.ageMs !== null, 'no payment was waited for');
}

async function sell(harness: TillHarness, seen: Seen): Promise<void> {
  await charge(harness, seen);
  harness.simulator.world.phone.pay(scanned(harness));
  await seen(({ payment, receiptsToSubmit }) => payment?.screen.kind === 'paid' && receiptsToSubmit === 0, 'a sale was not paid');
  await seen(() => harness.till().quitWarning() === null, 'a sale was not confirmed');
}

function scanned(harness: TillHarness): string {
  const scan = harness.simulator.world.phone.scan(`HTTP://SEQR.SE/Q${harness.till().snapshot().setup.seqrId ?? ''}`);
  assert.ok(scan.ok, 'the code could not be scanned');
  return scan.value.invoiceReference;
}

/** Killed: its files are as they were in that moment, log and index and all; nothing that its end would write is there. */
async function endKassa(harness: TillHarness, how: 'killed' | 'closed'): Promise<void> {
  if (how === 'closed') return harness.stop();
  const aside = mkdtempSync(join(tmpdir(), 'kassa-killed-'));
  cpSync(harness.folder, aside, { recursive: true });
  await harness.stop();
  for (const name of readdirSync(harness.folder)) rmSync(join(harness.folder, name));
  cpSync(aside, harness.folder, { recursive: true });
  rmSync(aside, { recursive: true });
}

function keptBytes(disk: SmallDisk): number {
  return statSync(join(disk.folder, 'journal-practice.sqlite.reserve'), { throwIfNoEntry: false })?.size ?? 0;
}

/** @throws Error with `what` if it takes too long */
async function within<Value>(promise: Promise<Value>, what: string): Promise<Value> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(what)), PATIENCE_MS);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
