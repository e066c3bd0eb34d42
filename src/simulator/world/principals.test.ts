import { describe, expect, it } from 'vitest';
import { SEQR_ID, TERMINAL, createHarness, invoiceOf, resellerContext, terminalContext } from '../testing/harness.ts';
import type { ClientContext } from '../wire/schema.ts';

describe('who is calling', () => {
  const { world } = createHarness();
  const code = (context?: ClientContext): number => world.call('getPaymentStatus', { context, invoiceVersion: 0 }).resultCode;
  const register = (context: ClientContext): number =>
    world.call('registerTerminal', { context, externalTerminalId: 'x', password: 'secret' }).resultCode;

  it('answers 29 without a context, without a principal and to an unknown terminal', () => {
    expect(code()).toBe(29);
    expect(code({ clientRequestTimeout: 0, password: '12345678' })).toBe(29);
    expect(code(terminalContext('nobody'))).toBe(29);
  });

  it('answers 91 to an unknown type of principal', () => {
    expect(code({ ...terminalContext(), initiatorPrincipalId: { id: TERMINAL, type: 'CUSTOMER' } })).toBe(91);
  });

  it('answers 37 to an unknown reseller or user', () => {
    expect(register(resellerContext('nobody'))).toBe(37);
    expect(register(resellerContext('public_test_shop', '1234', '9901'))).toBe(37);
  });

  it('answers 20 to a wrong password', () => {
    expect(code(terminalContext(TERMINAL, 'wrong'))).toBe(20);
    expect(register(resellerContext('public_test_shop', 'wrong'))).toBe(20);
  });

  it('answers 21 to the wrong kind of principal', () => {
    expect(code(resellerContext())).toBe(21);
    expect(register(terminalContext())).toBe(21);
  });

  it('answers 10 to a request time-out that is not 0, and to a field over its published length', () => {
    expect(code({ ...terminalContext(), clientRequestTimeout: 1000 })).toBe(10);
    expect(code({ ...terminalContext(), clientReference: 'x'.repeat(33) })).toBe(10);
    expect(code({ ...terminalContext(), clientReference: 'x'.repeat(32) })).toBe(54);
  });

  it('takes a context without channel, clientId and clientReference, and the old form of a reseller', () => {
    expect(code(terminalContext())).toBe(54);
    expect(register(resellerContext('public_test_shop/9900'))).toBe(0);
    expect(register(resellerContext('fredellsfisk', '2009'))).toBe(0);
    expect(register(resellerContext('hml', '2009'))).toBe(0);
  });

  it('answers 33 while the terminal or its reseller is blocked, before looking at the password', () => {
    for (const id of [TERMINAL, 'public_test_shop']) {
      world.setBlocked(id, true);
      expect(code(terminalContext(TERMINAL, 'wrong'))).toBe(33);
      world.setBlocked(id, false);
    }
    expect(code(terminalContext())).toBe(54);
  });
});

describe('terminals', () => {
  it('registers, sells with the new terminal, unregisters, and does not know it afterwards', () => {
    const { world } = createHarness();
    const request = { context: resellerContext(), externalTerminalId: 'Till 4', password: 'secret', name: 'Kiosk' };
    const { terminalId = '' } = world.call('registerTerminal', request);
    expect(terminalId).toMatch(/^[0-9a-f]{32}$/);
    const context = terminalContext(terminalId, 'secret');
    expect(world.call('sendInvoice', { context, invoice: invoiceOf('1') }).resultCode).toBe(0);
    expect(world.call('unregisterTerminal', { context }).resultCode).toBe(0);
    expect(world.call('unregisterTerminal', { context }).resultCode).toBe(29);
    expect(world.invoices().map((i) => i.status)).toEqual(['CANCELED']);
  });

  it('unregisters for the reseller the terminal that it registered last, as the message names none', () => {
    const { world } = createHarness();
    const register = (): string =>
      world.call('registerTerminal', { context: resellerContext(), externalTerminalId: 'x', password: 'secret' }).terminalId ?? '';
    const first = register();
    register();
    const unregister = (context: ClientContext): number => world.call('unregisterTerminal', { context }).resultCode;
    expect(unregister(resellerContext('public_test_shop', 'wrong'))).toBe(20);
    expect(unregister(resellerContext())).toBe(0);
    expect(world.terminals().map((terminal) => terminal.terminalId)).toEqual([TERMINAL, first]);
    expect(unregister(resellerContext('fredellsfisk', '2009')), 'it has none').toBe(29);
  });

  it('gives a second terminal to an external id it knows', () => {
    const { world } = createHarness();
    const request = { context: resellerContext(), externalTerminalId: 'Till 4', password: 'secret' };
    expect(world.call('registerTerminal', request).terminalId).not.toBe(world.call('registerTerminal', request).terminalId);
  });

  it('takes a short password at registration and answers it 21 later', () => {
    const { world } = createHarness();
    const request = { context: resellerContext(), externalTerminalId: 'x', password: 'abc' };
    const context = terminalContext(world.call('registerTerminal', request).terminalId, 'abc');
    expect(world.call('sendInvoice', { context, invoice: invoiceOf('1') }).resultCode).toBe(21);
    expect(world.call('getPaymentStatus', { context, invoiceVersion: 0 }).resultCode).toBe(21);
    expect(world.call('unregisterTerminal', { context }).resultCode).toBe(21);
  });

  it('answers 53 to an id that is not alphanumeric or that another terminal has, in any letter case', () => {
    const { world } = createHarness();
    const request = { context: resellerContext(), externalTerminalId: 'x', password: 'secret' };
    const other = terminalContext(world.call('registerTerminal', request).terminalId, 'secret');
    const assign = (context: ClientContext, seqrId?: string): number => world.call('assignSeqrId', { context, seqrId }).resultCode;
    expect([assign(other), assign(other, ''), assign(other, 'my_code'), assign(other, SEQR_ID)]).toEqual([53, 53, 53, 53]);
    expect(assign(other, 'AbC1')).toBe(0);
    expect(assign(terminalContext(), 'aBc1')).toBe(53);
    expect(assign(other, 'abc1')).toBe(0);
  });

  it('replaces an id with a new one and frees the old one, also by unregistering', () => {
    const { world } = createHarness();
    const request = { context: resellerContext(), externalTerminalId: 'x', password: 'secret' };
    const other = terminalContext(world.call('registerTerminal', request).terminalId, 'secret');
    const assign = (context: ClientContext, seqrId: string): number => world.call('assignSeqrId', { context, seqrId }).resultCode;
    expect(assign(terminalContext(), '2')).toBe(0);
    expect(assign(other, SEQR_ID)).toBe(0);
    world.call('unregisterTerminal', { context: other });
    expect(assign(terminalContext(), SEQR_ID)).toBe(0);
  });
});
