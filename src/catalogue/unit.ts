import type { UnitCode } from './product.ts';

/** What SEQR prints for a unit (till-features, Numbers). */
export type WireUnit = 'EA' | 'kg' | 'l' | 'm';

const WIRE_UNITS: Readonly<Record<UnitCode, WireUnit>> = { EA: 'EA', KGM: 'kg', LTR: 'l', MTR: 'm' };

export const UNIT_CODES: readonly UnitCode[] = ['EA', 'KGM', 'LTR', 'MTR'];

/** `itemUnit` on the wire for a UN/ECE unit code. */
export function wireUnit(unit: UnitCode): WireUnit {
  return WIRE_UNITS[unit];
}
