import { language } from './language.ts';

/** `1149.99` as the language writes it, never made a number: `1,149.99`, `1 149,99`. */
export function decimals(value: string): string {
  const [whole = '', fraction = ''] = value.replace('-', '').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? '\u00a0' : ',');
  const sign = value.startsWith('-') ? '\u2212' : '';
  return `${sign}${grouped}${language === 'sv' ? ',' : '.'}${fraction.padEnd(2, '0')}`;
}
