import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { classNames } from './class-names.ts';
import type { Option } from './select.tsx';
import './choice.css';

export interface ChipsProps<Value extends string> {
  /** What they filter, for screen readers. */
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly wrap?: boolean;
  readonly className?: string;
}

/** A filter: exactly one chip is on. */
export function Chips<Value extends string>(props: ChipsProps<Value>) {
  return (
    <ToggleButtonGroup
      className={classNames('chips', props.wrap === true && 'chips--wrap', props.className)}
      aria-label={props.label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const chosen = props.options.find((option) => keys.has(option.value));
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
    >
      {props.options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className="chip">
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
