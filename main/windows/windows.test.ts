import { describe, expect, it } from 'vitest';
import { cashierSize, customerScreen } from './displays.ts';
import { PAGES } from './pages.ts';
import { reloadDelayMs } from './recovery.ts';
import { ROLE_RIGHTS } from './roles.ts';
import type { WindowRole } from './roles.ts';
import { windowOptions } from './window-options.ts';

const ROLES = Object.keys(ROLE_RIGHTS) as WindowRole[];
const screenAt = (id: number): { id: number; bounds: { x: number; y: number; width: number; height: number } } => ({
  id,
  bounds: { x: id * 1920, y: 0, width: 1920, height: 1080 },
});

describe('every window', () => {
  it.each(ROLES)('is sandboxed, isolated and without Node (%s)', (role) => {
    expect(windowOptions(role, '/preload.js', false, false).webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it.each(ROLES)('waits with showing until it has painted (%s)', (role) => {
    expect(windowOptions(role, '/preload.js', false, false).show).toBe(false);
  });

  it.each(ROLES)('has developer tools in a checkout only (%s)', (role) => {
    expect(windowOptions(role, '/preload.js', false, true).webPreferences?.devTools).toBe(false);
    expect(windowOptions(role, '/preload.js', false, false).webPreferences?.devTools).toBe(true);
  });

  it('has the bridge, but for the phone', () => {
    expect(ROLES.filter((role) => windowOptions(role, '/preload.js', false, false).webPreferences?.preload === undefined)).toEqual([
      'phone',
    ]);
  });

  it('is at an address of its own origin', () => {
    const addresses = {
      cashier: PAGES.cashier,
      customer: PAGES.customer,
      print: PAGES.print('a/b'),
      phone: PAGES.phone('HTTP://SEQR.SE/Q1&x'),
    };
    for (const role of ROLES) expect(addresses[role].startsWith(`${ROLE_RIGHTS[role].origin}/`)).toBe(true);
    expect(PAGES.phone('HTTP://SEQR.SE/Q1&x')).toBe('app://phone/phone?code=HTTP%3A%2F%2FSEQR.SE%2FQ1%26x');
  });
});

describe('the customer display', () => {
  it('goes to the screen that is not the cashier’s', () => {
    expect(customerScreen([screenAt(1), screenAt(2)], 1)?.id).toBe(2);
    expect(customerScreen([screenAt(1), screenAt(2)], 2)?.id).toBe(1);
  });

  it('has no screen of its own on a single one', () => {
    expect(customerScreen([screenAt(1)], 1)).toBeNull();
  });
});

describe('the cashier’s window', () => {
  it('is roomy, but never larger than its screen', () => {
    expect(cashierSize({ width: 1920, height: 1040 })).toEqual({ width: 1366, height: 860 });
    expect(cashierSize({ width: 1024, height: 768 })).toEqual({ width: 1024, height: 768 });
  });
});

describe('a page that crashes', () => {
  it('is loaded anew at once, three times a minute', () => {
    expect(reloadDelayMs([], 1000)).toBe(0);
    expect(reloadDelayMs([1000, 2000], 3000)).toBe(0);
  });

  it('then waits until the minute is over', () => {
    expect(reloadDelayMs([1000, 2000, 3000], 4000)).toBe(57_000);
    expect(reloadDelayMs([1000, 2000, 3000], 61_500)).toBe(0);
  });
});
