import { useState } from 'react';
import { openThingText } from '../../../../src/day/index.ts';
import type { OpenThing } from '../../../../src/day/index.ts';
import { formatMoney } from '../../../../src/money/index.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { RadioGroup } from '../../../ui/index.ts';

export interface LineChoiceProps<Line extends OpenThing> {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly chosen: Line | null;
  readonly onChoose: (id: string) => void;
}

/** One of the lines of a close that nobody has settled. */
export function LineChoice<Line extends OpenThing>({ label, lines, chosen, onChoose }: LineChoiceProps<Line>) {
  const { t, language } = useTranslate();
  return (
    <RadioGroup
      label={label}
      options={lines.map((line) => ({ value: line.id, label: `${openThingText(line, t)} · ${formatMoney(line.amount, language)}` }))}
      value={chosen?.id ?? null}
      onChange={onChoose}
    />
  );
}

/** The chosen one; the only one is chosen from the beginning. */
export function useLineChoice<Line extends OpenThing>(lines: readonly Line[]): readonly [Line | null, (id: string) => void] {
  const [id, setId] = useState<string | null>(lines.length === 1 ? (lines[0]?.id ?? null) : null);
  return [lines.find((line) => line.id === id) ?? null, setId];
}
