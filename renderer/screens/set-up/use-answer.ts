import { useState } from 'react';

/** One answer of a page, spread onto a field: `<TextField {...name.field} label=… />`. */
export interface Answer {
  readonly value: string;
  readonly set: (value: string) => void;
  readonly ok: boolean;
  readonly field: {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly onBlur: () => void;
    readonly problem: string | null;
  };
}

/**
 * Checked at every key; what is wrong is said once the field was left, or `asked` for by Continue, and from then on at
 * every key.
 */
export function useAnswer(initial: string, check: (value: string) => string | null, asked: boolean): Answer {
  const [value, setValue] = useState(initial);
  const [left, setLeft] = useState(false);
  const problem = check(value);
  const onBlur = () => {
    if (value !== '') setLeft(true);
  };
  return {
    value,
    set: setValue,
    ok: problem === null,
    field: { value, onChange: setValue, onBlur, problem: left || asked ? problem : null },
  };
}
