import { DAY_WAYS } from './day-ways.ts';
import { DISBURSEMENT_WAYS } from './disbursement-ways.ts';
import { PAPER_WAYS } from './paper-ways.ts';
import { PAYMENT_WAYS } from './payment-ways.ts';
import { SHOP_WAYS } from './shop-ways.ts';
import { TAB_WAYS } from './tab-ways.ts';
import type { Way } from './way.ts';

const WAYS = { ...PAYMENT_WAYS, ...TAB_WAYS, ...DISBURSEMENT_WAYS, ...DAY_WAYS, ...PAPER_WAYS, ...SHOP_WAYS };

export type WayName = keyof typeof WAYS;
export const WAY_NAMES = Object.keys(WAYS) as readonly WayName[];
export const wayNamed = (name: WayName): Way => WAYS[name];
