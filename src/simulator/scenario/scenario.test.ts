import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import type { VirtualClock } from '../../clock/virtual-clock.ts';
import { createWorld } from '../create-world.ts';
import { invoiceOf, terminalContext } from '../testing/harness.ts';
import { FaultPlan } from '../wire/faults.ts';
import type { WireInvoice } from '../wire/schema.ts';
import type { World } from '../world/world.ts';
import { SHIPPED_SCENARIOS, findScenario } from './find-scenario.ts';
import { ScenarioPlayer } from './player.ts';
import { readScenario } from './scenario.ts';

interface Stage {
  readonly clock: VirtualClock;
  readonly world: World;
  readonly faults: FaultPlan;
  readonly player: ScenarioPlayer;
  /** Sends an invoice; its reference. */
  send(total?: string, more?: Partial<WireInvoice>): string;
  status(reference: string): string | undefined;
}

function play(scenario: object): Stage {
  const clock = createVirtualClock();
  const world = createWorld({ clock });
  const faults = new FaultPlan();
  const read = readScenario(JSON.stringify({ name: 'x', ...scenario }));
  if (!read.ok) throw new Error(read.errors.join('\n'));
  const player = new ScenarioPlayer(read.scenario, { world, faults, clock, afterAct: () => undefined });
  return {
    clock,
    world,
    faults,
    player,
    send: (total = '149.00', more = {}) =>
      world.call('sendInvoice', { context: terminalContext(), invoice: invoiceOf(total, more) }).invoiceReference ?? '',
    status: (invoiceReference) =>
      world.call('getPaymentStatus', { context: terminalContext(), invoiceReference, invoiceVersion: 0 }).status,
  };
}

const PAYS = {
  name: 'pays',
  steps: [
    { do: 'scan', afterS: 2 },
    { do: 'pay', afterS: 3 },
  ],
};

describe('a scenario', () => {
  it('has a customer scan and pay so many seconds after an invoice appears', async () => {
    const stage = play({ customers: [PAYS] });
    const reference = stage.send();
    await stage.clock.advance(4_900);
    expect(stage.status(reference)).toBe('ISSUED');
    await stage.clock.advance(300);
    expect(stage.status(reference)).toBe('PAID');
    expect(stage.player.view()).toEqual({ name: 'x', about: '', customers: { pays: 1 }, faults: 0 });
  });

  it('waits for a till that is to acknowledge first', async () => {
    const stage = play({ customers: [{ ...PAYS, phones: ['dilara'], card: { id: 'CLUB', value: '1' } }] });
    const reference = stage.send('149.00', { acknowledgmentMode: 'OPTIONAL_ACKNOWLEDGMENT' });
    await stage.clock.advance(30_000);
    expect(stage.status(reference)).toBe('PENDING_ISSUER_ACKNOWLEDGE');
    stage.world.call('updateInvoice', { context: terminalContext(), invoiceReference: reference, invoice: invoiceOf('99') });
    await stage.clock.advance(200);
    expect(stage.status(reference)).toBe('PAID');
    expect(stage.world.ledger()).toMatchObject([{ customerId: 'dilara', amount: { value: '99.00' } }]);
  });

  it('cancels, declines, is late, and lets a bank be slow', async () => {
    const ended = async (...steps: readonly object[]): Promise<string | undefined> => {
      const stage = play({ customers: [{ name: 'x', steps: [{ do: 'scan' }, ...steps] }] });
      const reference = stage.send();
      await stage.clock.advance(31_000);
      return stage.status(reference);
    };
    expect(await ended({ do: 'cancel', afterS: 5 })).toBe('CANCELED');
    expect(await ended({ do: 'decline' })).toBe('FAILED');
    expect(await ended({ do: 'pay', afterS: 40 })).toBe('ISSUED');
    expect(await ended({ do: 'pay', bankS: 40 })).toBe('ISSUED');
    expect(await ended({ do: 'pay', bankS: 30 })).toBe('PAID');
  });

  it('draws who comes by weight and amount, the same for the same seed', async () => {
    const customers = [
      { ...PAYS, name: 'often', weight: 9, maxAmount: '200' },
      { ...PAYS, name: 'seldom', maxAmount: '200.00' },
      { name: 'large', minAmount: '200.01', steps: [] },
    ];
    const draw = async (seed: number): Promise<Readonly<Record<string, number>>> => {
      const stage = play({ seed, customers });
      for (let index = 0; index < 200; index += 1) {
        stage.send(index % 4 === 0 ? '300' : '10');
        await stage.clock.advance(200);
      }
      return stage.player.view().customers;
    };
    const counts = await draw(1);
    expect(counts['large']).toBe(50);
    expect(counts['seldom']).toBeGreaterThan(5);
    expect(counts['seldom']).toBeLessThan(30);
    expect(await draw(1)).toEqual(counts);
    expect(await draw(2)).not.toEqual(counts);
  });

  it('spoils calls at its times, in its window, and stops', async () => {
    const fault = { operation: 'getPaymentStatus', kinds: ['drop:after'], fromS: 10, everyS: 10, untilS: 35, count: 2 };
    const { clock, faults, player } = play({ faults: [fault] });
    const seen: number[] = [];
    for (let second = 0; second < 60; second += 5) {
      seen.push(faults.list().length);
      faults.clear();
      await clock.advance(5_000);
    }
    expect(seen).toEqual([0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0]);
    expect(player.view().faults).toBe(6);
  });

  it('ends when it is stopped', async () => {
    const { clock, faults, player } = play({ faults: [{ operation: '*', kinds: ['drop'], fromS: 1 }] });
    player.stop();
    await clock.advance(5_000);
    expect(faults.list()).toEqual([]);
  });

  it('follows the world’s clock when that is put forward', async () => {
    const stage = play({ customers: [PAYS] });
    const reference = stage.send();
    await stage.clock.advance(100);
    stage.world.advance(10_000);
    await stage.clock.advance(100);
    expect(stage.world.invoices()[0]).toMatchObject({ invoiceReference: reference, status: 'ISSUED' });
    stage.world.advance(3_000);
    await stage.clock.advance(100);
    expect(stage.status(reference)).toBe('PAID');
  });
});

describe('a scenario’s text', () => {
  it.each([
    ['{', /^it is not JSON: /],
    ['[]', /^the scenario /],
    ['{"name":"x","custmers":[]}', /^the scenario has no "custmers"$/],
    [
      '{"name":"x","customers":[{"name":"a","steps":[{"do":"buy"}]}]}',
      /^customers\[0\]\.steps\[0\]\.do must be "scan", "pay", "decline" or "cancel"$/,
    ],
    ['{"name":"x","customers":[{"name":"a","steps":[{"do":"pay"}]}]}', /^customers\[0\]\.steps must begin with "scan"$/],
    [
      '{"name":"x","customers":[{"name":"a","steps":[{"do":"scan","afterS":[5,2]}]}]}',
      /^customers\[0\]\.steps\[0\]\.afterS must begin with the smaller of the two$/,
    ],
    [
      '{"name":"x","customers":[{"name":"a","steps":[{"do":"scan","afterS":"5"}]}]}',
      /^customers\[0\]\.steps\[0\]\.afterS must be a number, or a least and a most such as \[2, 5\]$/,
    ],
    [
      '{"name":"x","customers":[{"name":"a","minAmount":"much","steps":[]}]}',
      /^customers\[0\]\.minAmount must be an amount such as "100.00"$/,
    ],
    [
      '{"name":"x","faults":[{"operation":"sendInvoice","kinds":["drop","explode"]}]}',
      /^faults\[0\]\.kinds\[1\]: there is no fault "explode" for operation "sendInvoice"$/,
    ],
    ['{"customers":[]}', /^name must be a text$/],
  ])('%s is refused with a sentence that names the place', (json, sentence) => {
    const read = readScenario(json);
    expect(read.ok ? [] : read.errors).toEqual([expect.stringMatching(sentence)]);
  });

  it.each(SHIPPED_SCENARIOS)('of %s is shipped, whole, and brings somebody to every invoice', async (name) => {
    const found = await findScenario(name);
    if (!found.ok) throw new Error(found.message);
    const stage = play(found.scenario);
    for (const total of ['1.00', '149.00', '2500.00']) {
      stage.send(total);
      await stage.clock.advance(200);
    }
    expect(Object.values(stage.player.view().customers).reduce((sum, n) => sum + n, 0)).toBe(3);
    const known = stage.world.customers().map((customer) => customer.id);
    expect(found.scenario.customers.flatMap((each) => each.phones ?? []).filter((id) => !known.includes(id))).toEqual([]);
  });

  it('is not found where there is none', async () => {
    expect(await findScenario('/no/such.json')).toMatchObject({ ok: false, message: expect.stringContaining('busy-saturday') as unknown });
  });
});
