import type { TabRulesView } from '../../../src/contract/index.ts';
import { RESERVATION_MODES } from '../../../src/protocol/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { RadioGroup, TextField, wholeNumber } from '../../ui/index.ts';

/** The safest first: what is settled is seldom what was reserved. */
const MODES = [...RESERVATION_MODES].reverse();
const MAX_MINUTES = 1_440;

export interface TabRuleFieldsProps {
  readonly modeLabel: string;
  readonly minutesLabel: string;
  readonly mode: TabRulesView['mode'];
  readonly onMode: (mode: TabRulesView['mode']) => void;
  /** As it was typed. */
  readonly minutes: string;
  readonly onMinutes: (minutes: string) => void;
}

/** The minutes as a figure; null if they are none that SEQR takes. */
export function minutesOf(typed: string): number | null {
  return wholeNumber(typed, 1, MAX_MINUTES);
}

/** How a tab is reserved, and for how long: for one, or for all that come. */
export function TabRuleFields(props: TabRuleFieldsProps) {
  const { t } = useTranslate();
  return (
    <>
      <RadioGroup
        label={props.modeLabel}
        value={props.mode}
        onChange={props.onMode}
        options={MODES.map((value) => ({ value, label: t(`tab.mode.${value}`), hint: t(`tab.mode.${value}What`) }))}
      />
      <TextField
        label={props.minutesLabel}
        inputMode="numeric"
        maxLength={4}
        value={props.minutes}
        onChange={(typed) => {
          props.onMinutes(typed.replace(/\D/g, ''));
        }}
        problem={minutesOf(props.minutes) === null ? t('tab.open.minutesWrong') : null}
      />
    </>
  );
}
