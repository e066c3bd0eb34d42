import { useState } from 'react';
import { decimalToScaled, scaledToDecimal } from '../../src/money/index.ts';
import { TextField } from './text-field.tsx';
import type { TextFieldProps } from './text-field.tsx';

export interface DecimalFieldProps extends Omit<TextFieldProps, 'value' | 'onChange' | 'inputMode' | 'type'> {
  /** A whole number of `10^-decimals`; null: empty, or not a number. */
  readonly value: number | null;
  readonly decimals: number;
  readonly onChange: (value: number | null) => void;
}

function shown(value: number | null, decimals: number): string {
  if (value === null) return '';
  const text = scaledToDecimal(value, decimals);
  return decimals === 2 ? text : text.replace(/\.?0+$/, '');
}

/** A figure typed with a point or a comma, kept as an integer so that it is exact. Amounts: `decimals` 2; quantities: 3. */
export function DecimalField({ value, decimals, onChange, ...rest }: DecimalFieldProps) {
  const [text, setText] = useState(() => shown(value, decimals));
  const change = (typed: string) => {
    const kept = typed.replace(/[^\d.,-]/g, '');
    setText(kept);
    onChange(kept === '' ? null : decimalToScaled(kept.replace(',', '.'), decimals));
  };
  return <TextField {...rest} inputMode="decimal" value={text} onChange={change} />;
}
