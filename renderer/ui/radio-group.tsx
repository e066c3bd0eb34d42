import { Label } from 'react-aria-components/Label';
import { RadioButton, RadioField, RadioGroup as AriaRadioGroup } from 'react-aria-components/RadioGroup';
import { classNames } from './class-names.ts';
import type { Option } from './select.tsx';
import './choice.css';
import './field.css';

export interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  /** Side by side instead of under one another. */
  readonly row?: boolean;
  readonly disabled?: boolean;
}

/** One of a few, all in sight. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  return (
    <AriaRadioGroup
      className={classNames('choices', props.row === true && 'choices--row')}
      value={props.value}
      isDisabled={props.disabled ?? false}
      onChange={(value) => {
        const chosen = props.options.find((option) => option.value === value);
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
    >
      <Label className="field__label">{props.label}</Label>
      <div className="choices__list">
        {props.options.map((option) => (
          <RadioField key={option.value} value={option.value}>
            <RadioButton className="choice">
              <span className="choice__mark" />
              <span className="choice__words">
                <span>{option.label}</span>
                {option.hint !== undefined && <span className="choice__hint">{option.hint}</span>}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
