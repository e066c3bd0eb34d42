import { describe, expect, it } from 'vitest';
import { CALLS } from '../../src/contract/index.ts';
import type { CallName } from '../../src/contract/index.ts';
import { REFUSAL, answerCall } from './answer-call.ts';
import type { Answerers, Caller } from './answer-call.ts';

const cashier: Caller = { windowId: 1, role: 'cashier', frame: { origin: 'app://kassa', parent: null } };
const PIN = '739164';

function answering(answers: Partial<Answerers>): Answerers {
  const none = (): never => {
    throw new Error('must not be asked');
  };
  const nothing = Object.fromEntries(Object.keys(CALLS).map((name) => [name, none])) as unknown as Answerers;
  return { ...nothing, ...answers };
}

function ask(
  name: CallName,
  args: readonly unknown[],
  answers: Partial<Answerers>,
  caller = cashier,
): { result: Promise<unknown>; log: string[] } {
  const log: string[] = [];
  const result = answerCall(name, caller, args, answering(answers), (_level, what, data) => log.push(`${what} ${JSON.stringify(data)}`));
  return { result, log };
}

describe('a call from a window', () => {
  it('gets the answer of the core', async () => {
    await expect(ask('journal', ['149'], { journal: () => [] }).result).resolves.toEqual([]);
  });

  it.each([
    ['too few', 'receipt', []],
    ['too many', 'receipt', [1, 2]],
    ['of another type', 'receipt', ['1']],
    ['out of range', 'receipt', [0]],
    ['an unknown intent', 'intent', [{ kind: 'sale.steal' }]],
    ['an intent without its figures', 'intent', [{ kind: 'payment.cancel', attemptId: 'a' }]],
    ['not an object', 'intent', [null]],
    ['overlong', 'journal', ['x'.repeat(81)]],
  ] as const)('is refused when its arguments are %s, and the core never sees it', async (_what, name, args) => {
    await expect(ask(name, args, {}).result).rejects.toThrow(new Error(REFUSAL.arguments));
  });

  it('drops fields that the contract does not have', async () => {
    const seen: unknown[] = [];
    const intent = (_caller: Caller, ...args: readonly unknown[]): { ok: true } => {
      seen.push(...args);
      return { ok: true };
    };
    await ask('intent', [{ kind: 'sale.undo', force: true }], { intent }).result;
    expect(seen).toEqual([{ kind: 'sale.undo' }]);
  });

  it('is refused without a word when the caller may not', async () => {
    const customer: Caller = { ...cashier, role: 'customer' };
    await expect(ask('intent', [{ kind: 'sale.undo' }], {}, customer).result).rejects.toThrow(new Error(REFUSAL.sender));
  });

  it('tells the window nothing of what went wrong inside', async () => {
    const { result, log } = ask('snapshot', [], {
      snapshot: () => {
        throw new Error('/home/anna/secret.sqlite is broken');
      },
    });
    await expect(result).rejects.toThrow(new Error(REFUSAL.inside));
    expect(log.join()).toContain('secret.sqlite');
  });

  it('never logs the values of a malformed call', async () => {
    const { result, log } = ask('intent', [{ kind: 'owner.check', pin: PIN, kindly: 1 }, PIN], {});
    await expect(result).rejects.toThrow();
    expect(log).toHaveLength(1);
    expect(log.join()).not.toContain(PIN);
  });
});
