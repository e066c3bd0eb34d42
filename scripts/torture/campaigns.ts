import type { Campaign } from './campaign.ts';

/** All there are; the first is what `npm run torture` does without a flag. */
export const CAMPAIGNS: readonly Campaign[] = [];
