import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { createVirtualClock } from '../../clock/virtual-clock.ts';
import { createWorld } from '../create-world.ts';
import { FaultPlan } from '../wire/faults.ts';
import { CopyShelf } from './copy-shelf.ts';
import { jsonRoutes } from './json-api.ts';
import { MessageLog } from './message-log.ts';

it('names every request of the JSON interface in its page', async () => {
  const world = createWorld({ clock: createVirtualClock() });
  const routes = jsonRoutes({ world, faults: new FaultPlan(), log: new MessageLog(), copies: new CopyShelf(), player: undefined });
  const page = await readFile(new URL('../../../docs/simulator.md', import.meta.url), 'utf8');
  const paths = [...routes.keys()].map((name) => name.split(' /api')[1] ?? name);
  expect(paths.filter((path) => !new RegExp(`${path}[\`? ]`).test(page))).toEqual([]);
});
