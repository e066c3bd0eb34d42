/** The running application keeps what Electron's checklist asks for, as far as it can show that (security §1 to §20). */
import fs from 'node:fs';
import path from 'node:path';
import { done } from '../support/ready-shop.ts';
import type { Till } from '../support/till-driver.ts';
import { expect, test } from './fixture.ts';
import { charge } from './steps.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function logOf({ userDataDir }: Pick<Till, 'userDataDir'>): string {
  return fs.readFileSync(path.join(userDataDir, 'logs', 'kassa.log'), 'utf8');
}

test('every window is sandboxed, isolated and without Node', async ({ till }) => {
  await till.openCustomerDisplay();
  const preferences = await till.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => {
      // Electron has it and does not declare it.
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = (
        contents as unknown as { getLastWebPreferences: () => Electron.WebPreferences }
      ).getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    }),
  );
  expect(preferences).toHaveLength(2);
  for (const each of preferences)
    expect(each).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  const inPage = await till.page.evaluate(() => [
    typeof require,
    typeof process,
    typeof module,
    Object.keys(window.kassa).sort().join(),
    Object.isFrozen(window.kassa),
  ]);
  expect(inPage).toEqual(['undefined', 'undefined', 'undefined', 'call,onState', true]);
});

test('each page comes with the whole policy, and an inline script does not run', async ({ till, expectMishap }) => {
  expectMishap(/Content Security Policy/);
  const response = await till.page.reload();
  expect(response?.headers()['content-security-policy']).toBe(POLICY);
  expect(response?.headers()['x-content-type-options']).toBe('nosniff');
  const ran = await till.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'document.documentElement.dataset.injected = "yes"';
    document.head.append(script);
    return document.documentElement.dataset['injected'] ?? 'no';
  });
  expect(ran).toBe('no');
});

// A locator waits for ever for the end of a navigation that never began, so the window serves no other test.
test('a page goes nowhere and opens nothing, and the log says that it tried', async ({ newTill: till }) => {
  const before = till.page.url();
  await till.page.evaluate(() => {
    location.href = 'https://example.com/away';
  });
  expect(await till.page.evaluate(() => window.open('https://example.com/popup'))).toBeNull();
  await expect.poll(() => logOf(till)).toContain('navigation refused {"url":"https://example.com/away"}');
  await expect.poll(() => logOf(till)).toContain('new window refused {"url":"https://example.com/popup"}');
  expect(till.page.url()).toBe(before);
  expect(till.app.windows()).toHaveLength(1);
  // Asked in the page itself, not by a locator.
  expect(await till.page.evaluate(() => document.querySelector('[data-testid="charge"]')?.checkVisibility())).toBe(true);
});

test('every permission is denied', async ({ till }) => {
  const states = await till.page.evaluate(() =>
    Promise.all(
      (['geolocation', 'notifications', 'camera', 'microphone', 'midi'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  );
  expect(states).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
});

test('nothing in a window reaches the network, not even this machine', async ({ till, seqr, expectMishap }) => {
  expectMishap(/Content Security Policy/);
  const before = (await seqr.messages()).length;
  const outcomes = await till.page.evaluate(async (soap) => {
    const fetched = (url: string): Promise<string> =>
      fetch(url, { mode: 'no-cors' }).then(
        () => 'reached',
        () => 'refused',
      );
    const image = new Promise<string>((resolve) => {
      const picture = new Image();
      picture.onload = () => resolve('reached');
      picture.onerror = () => resolve('refused');
      picture.src = soap;
    });
    const socket = new Promise<string>((resolve) => {
      try {
        const opened = new WebSocket(soap.replace('http', 'ws'));
        opened.onopen = () => resolve('reached');
        opened.onerror = () => resolve('refused');
      } catch {
        resolve('refused');
      }
    });
    return Promise.all([fetched(soap), fetched('https://example.com/'), image, socket]);
  }, `${seqr.soap}?wsdl`);
  expect(outcomes).toEqual(['refused', 'refused', 'refused', 'refused']);
  expect((await seqr.messages()).length).toBe(before);
});

test('a frame inside a page has no bridge, and a window that is none of ours is refused', async ({ newTill: till, expectMishap }) => {
  // The customer's page in it learns that nobody answers; not every runtime says which call it was.
  expectMishap(/window .*customer\.html/);
  const inFrame = await till.page.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return typeof frame.contentWindow?.kassa;
  });
  expect(inFrame).toBe('undefined');
  const foreign = await till.app.evaluate(async ({ BrowserWindow, app }) => {
    const preload = `${app.getAppPath()}/out/preload/index.js`;
    const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, contextIsolation: true } });
    await window.loadURL('app://kassa/customer.html');
    const answer: unknown = await window.webContents.executeJavaScript(
      "window.kassa.call('snapshot').then(() => 'answered', (error) => error.message)",
    );
    window.destroy();
    return answer;
  });
  expect(foreign).toContain('Refused');
});

test('what is malformed is refused without effect, and the log holds no value of it', async ({ till }) => {
  await charge(till);
  const refusals = await till.page.evaluate(async () => {
    const { kassa } = window as unknown as {
      readonly kassa: { readonly call: (name: string, ...args: readonly unknown[]) => Promise<unknown> };
    };
    const tries: readonly (readonly [string, ...(readonly unknown[])])[] = [
      ['intent'],
      ['intent', null],
      ['intent', { kind: 'payment.forcePaid', attemptId: 'x', stateNumber: 0 }],
      ['intent', { kind: 'payment.cancel', attemptId: 7, stateNumber: '0' }],
      ['intent', { kind: 'owner.check', pin: 'hunter2hunter2' }],
      ['intent', { kind: 'sale.addAmount', minor: 0.5 }],
      ['journal', 'x'.repeat(81)],
      ['receipt', -1],
      ['snapshot', 'more'],
      ['nothing'],
    ];
    return Promise.all(
      tries.map(([name, ...args]) =>
        kassa.call(name, ...args).then(
          () => `${name} answered`,
          (error: unknown) => (error as Error).message,
        ),
      ),
    );
  });
  for (const refusal of refusals.slice(0, -1)) expect(refusal).toContain('Malformed call');
  expect(refusals.at(-1)).toContain('No handler registered');
  expect(logOf(till)).toContain('call malformed');
  expect(logOf(till)).not.toContain('hunter2');
  await expect(till.payment.in('waiting')).toBeVisible();
});

test('the customer display and the practice phone get no more than they show', async ({ freshTill: till, expectMishap }) => {
  expectMishap(/phone.*404/s);
  await till.wizard.practise.click();
  await till.wizard.startSelling.click();
  const display = await till.openCustomerDisplay();
  for (const name of ['catalogue', 'printers'] as const) {
    await expect(
      display.page.evaluate((each) => window.kassa.call(each), name),
      name,
    ).rejects.toThrow('Refused');
  }
  await expect(display.page.evaluate(() => window.kassa.call('journal', ''))).rejects.toThrow('Refused');
  await done(till, { kind: 'window.phone' });
  const phone = await till.phone();
  expect(await phone.page.evaluate(() => typeof window.kassa)).toBe('undefined');
  const beyond = await phone.page.evaluate(() =>
    Promise.all(
      ['/api/ledger', '/api/clock', '/api/faults', '/soap/merchant/cashregister-2?wsdl'].map(async (url) => (await fetch(url)).status),
    ),
  );
  expect(beyond).toEqual([404, 404, 404, 404]);
});
