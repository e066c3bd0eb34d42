import { make, makeOption } from './make.ts';

/** A word and a list to choose from. */
export function choice<Value extends string>(
  word: string,
  chosen: Value,
  options: readonly (readonly [value: Value, word: string])[],
  change: (to: Value) => void,
): HTMLElement {
  const select = make('select', '', ...options.map(([value, name]) => makeOption(value, name))) as HTMLSelectElement;
  select.value = chosen;
  select.addEventListener('change', () => {
    const [to] = options.find(([value]) => value === select.value) ?? [];
    if (to !== undefined) change(to);
  });
  return make('label', '', make('span', '', word), select);
}

/** The words of a list to choose from, in the order of the catalogue. */
export function optionsOf<Value extends string>(words: Readonly<Record<Value, string>>): readonly (readonly [Value, string])[] {
  return Object.entries<string>(words).map(([value, word]) => [value as Value, word]);
}

/** A word and a whole number; what is no number is sent as it is read, and the service says so. */
export function number(word: string, value: number, change: (to: number) => void): HTMLElement {
  const input = make('input', '') as HTMLInputElement;
  input.inputMode = 'numeric';
  input.value = String(value);
  input.addEventListener('change', () => change(Number(input.value.trim())));
  return make('label', '', make('span', '', word), input);
}
