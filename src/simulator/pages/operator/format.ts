import type { AmountView } from '../../world/views.ts';
import { decimals } from '../shared/decimals.ts';

const clock = new Intl.DateTimeFormat('sv', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** An amount as the language writes it, on one line with its currency. */
export function amount({ value, currency }: AmountView): string {
  return `${decimals(value)}\u00a0${currency}`;
}

/** `14:32:05` */
export function time(iso: string): string {
  return clock.format(new Date(iso));
}
