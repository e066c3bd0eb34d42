/** Passwords exist in the core's memory and, sealed, in one file; nowhere else (security, promise 5). */
import fs from 'node:fs';
import path from 'node:path';
import { setUp } from '../support/ready-shop.ts';
import { filesMentioning, mentions, pushesOf, recordPushes } from '../support/secrets.ts';
import { startSimulatorProcess } from '../support/simulator-process.ts';
import { SAMPLE_ANSWERS } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { charge, sell } from './steps.ts';

const RESELLER_PASSWORD = SAMPLE_ANSWERS.reseller.password;
const OWNER_PIN = SAMPLE_ANSWERS.owner.pin;
const SEALED = /"sealedPassword":\s*"(safe|plain):v1:([A-Za-z0-9+/=]+)"/g;

/** What lies in the settings: each sealed text, and the password in it where the system gives no protection. */
function sealedIn(userDataDir: string): { readonly seals: readonly string[]; readonly passwords: readonly string[] } {
  const found = [...fs.readFileSync(path.join(userDataDir, 'settings.json'), 'utf8').matchAll(SEALED)];
  const plain = found.filter(([, seal]) => seal === 'plain');
  return {
    seals: found.map(([, seal]) => seal ?? ''),
    passwords: plain.map(([, , base64]) => Buffer.from(base64 ?? '', 'base64').toString('utf8')),
  };
}

test('through practice, set-up, a paid, a lost and a refused sale no password leaves the core', async ({
  freshTill: till,
  userDataDir,
}) => {
  const seqr = await startSimulatorProcess();
  await recordPushes(till.app);
  await till.wizard.practise.click();
  await till.wizard.startSelling.click();
  await till.sale.charge.waitFor();
  expect(await till.intent({ kind: 'setup.leavePractice' })).toMatchObject({ ok: true });
  await till.wizard.at('service');
  await setUp(till, seqr);
  await sell(till, seqr);
  await charge(till, 500);
  for (const kind of ['drop', 'truncated', 'soap-fault', 'http-503-html']) await seqr.fault('getPaymentStatus', kind);
  await seqr.fault('getPaymentStatus', 'result:20', 500);
  await till.payment.reach('unknown');
  await till.payment.setAside.click();
  await till.sale.charge.waitFor();

  const { seals, passwords } = sealedIn(userDataDir);
  expect(seals).toHaveLength(2);
  const answers = await till.page.evaluate(async () =>
    JSON.stringify([
      await window.kassa.call('snapshot'),
      await window.kassa.call('journal', ''),
      await window.kassa.call('receipt', 1),
      await window.kassa.call('printers'),
    ]),
  );
  const told = [...(await pushesOf(till.app)), answers];
  expect(told.length).toBeGreaterThan(20);
  await till.end();
  await seqr.stop();

  for (const secret of [RESELLER_PASSWORD, OWNER_PIN, ...passwords]) {
    expect(told.filter((message) => mentions(message, secret))).toEqual([]);
  }
  for (const secret of [RESELLER_PASSWORD, OWNER_PIN]) expect(filesMentioning(userDataDir, secret)).toEqual([]);
  // Unprotected after consent they lie in the settings, sealed. The simulator is the practice's SEQR: it knows its terminals.
  const [practice, live] = passwords;
  if (live !== undefined) expect(filesMentioning(userDataDir, live)).toEqual(['settings.json']);
  if (practice !== undefined)
    expect(filesMentioning(userDataDir, practice).toSorted()).toEqual(['settings.json', path.join('simulator', 'state.json')]);
  const settings = fs.readFileSync(path.join(userDataDir, 'settings.json'), 'utf8');
  for (const password of passwords) expect(settings).not.toContain(password);
});
