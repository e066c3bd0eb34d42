import type { Campaign } from './campaign.ts';
import { DISK } from './disk.ts';
import { KILLS, KILLS_APP, KILLS_GRID } from './kills.ts';
import { MODEL } from './model.ts';
import { MUTANTS } from './mutants.ts';
import { NTH } from './nth.ts';
import { PAIRS } from './pairs.ts';

/** All there are; the first is what `npm run torture` does without a flag. */
export const CAMPAIGNS: readonly Campaign[] = [MODEL, MUTANTS, KILLS, KILLS_GRID, KILLS_APP, NTH, DISK, PAIRS];
