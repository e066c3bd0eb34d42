import type { ScenarioPlayer } from '../scenario/player.ts';
import type { FaultPlan } from '../wire/faults.ts';
import type { World } from '../world/world.ts';
import type { CopyShelf } from './copy-shelf.ts';
import type { MessageLog } from './message-log.ts';

/** What the JSON interface shows and changes. */
export interface JsonDeps {
  readonly world: World;
  readonly faults: FaultPlan;
  readonly log: MessageLog;
  /** States to which the world can be restored. */
  readonly copies: CopyShelf;
  /** Plays the scenario that was asked for, if one was. */
  readonly player: ScenarioPlayer | undefined;
}
