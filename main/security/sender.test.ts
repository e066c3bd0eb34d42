import { describe, expect, it } from 'vitest';
import { CALLS } from '../../src/contract/index.ts';
import type { CallName } from '../../src/contract/index.ts';
import { ROLE_RIGHTS } from '../windows/roles.ts';
import type { WindowRole } from '../windows/roles.ts';
import { isAllowedRequest } from './addresses.ts';
import { checkSender } from './sender.ts';

const top = { origin: 'app://kassa', parent: null };
const ROLES = Object.keys(ROLE_RIGHTS) as WindowRole[];
const NAMES = Object.keys(CALLS) as CallName[];

describe('who may call', () => {
  it('lets the cashier sell', () => {
    expect(checkSender('intent', 'cashier', top)).toEqual({ ok: true, role: 'cashier' });
  });

  it('lets nobody but the cashier press a button', () => {
    const allowed = ROLES.filter((role) => checkSender('intent', role, { ...top, origin: ROLE_RIGHTS[role].origin }).ok);
    expect(allowed).toEqual(['cashier']);
  });

  it('gives the customer display the snapshot and nothing else', () => {
    expect(NAMES.filter((name) => checkSender(name, 'customer', top).ok)).toEqual(['snapshot']);
  });

  it('gives a print window the snapshot and its page', () => {
    expect(NAMES.filter((name) => checkSender(name, 'print', top).ok)).toEqual(['snapshot', 'printPage']);
  });

  it('gives the simulated phone nothing', () => {
    expect(NAMES.filter((name) => checkSender(name, 'phone', { ...top, origin: 'app://phone' }).ok)).toEqual([]);
  });

  it.each([
    ['a frame that is gone', 'cashier', null, 'no-frame'],
    ['a window that is not ours', null, top, 'not-ours'],
    ['a frame inside a page', 'cashier', { ...top, parent: {} }, 'not-top'],
    ['another host of our scheme', 'cashier', { ...top, origin: 'app://phone' }, 'origin'],
    ['a host that begins like ours', 'cashier', { ...top, origin: 'app://kassa.example' }, 'origin'],
    ['an opaque origin', 'cashier', { ...top, origin: 'null' }, 'origin'],
    ['the web', 'cashier', { ...top, origin: 'https://kassa' }, 'origin'],
  ] as const)('refuses %s', (_what, role, frame, reason) => {
    expect(checkSender('snapshot', role, frame)).toEqual({ ok: false, reason });
  });
});

describe('what pages may fetch', () => {
  it.each(['app://kassa/index.html', 'data:image/png;base64,AA=='])('%s', (url) => {
    expect(isAllowedRequest(url, false)).toBe(true);
  });

  it.each([
    'https://example.org/',
    'http://127.0.0.1:1/',
    'file:///etc/passwd',
    'ws://x/',
    'blob:app://kassa/1',
    'apps://kassa/',
    'devtools://devtools/x',
  ])('not %s', (url) => {
    expect(isAllowedRequest(url, false)).toBe(false);
  });
});
