import { TextField } from './text-field.tsx';
import type { TextFieldProps } from './text-field.tsx';

/** Digits that nobody else should read: 4 to 12 of them. */
export function PinField({ onChange, ...rest }: Omit<TextFieldProps, 'type' | 'inputMode' | 'maxLength'>) {
  return (
    <TextField
      {...rest}
      type="password"
      inputMode="numeric"
      maxLength={12}
      onChange={(typed) => {
        onChange(typed.replace(/\D/g, ''));
      }}
    />
  );
}
