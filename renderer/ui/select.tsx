import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { Icon } from './icon.tsx';
import './field.css';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

export interface SelectProps<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly hint?: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
}

/** One of a list; values are strings. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  return (
    <AriaSelect
      className="field"
      value={props.value}
      isDisabled={props.disabled ?? false}
      placeholder={props.placeholder ?? '–'}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.value === key);
        if (chosen !== undefined) props.onChange(chosen.value);
      }}
    >
      <Label className="field__label">{props.label}</Label>
      <Button className="field__button">
        <SelectValue>{({ isPlaceholder, selectedText, defaultChildren }) => (isPlaceholder ? defaultChildren : selectedText)}</SelectValue>
        <Icon of={ChevronDown} />
      </Button>
      {props.hint !== undefined && (
        <Text slot="description" className="field__hint">
          {props.hint}
        </Text>
      )}
      <Popover className="menu-popover">
        <ListBox>
          {props.options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} textValue={option.label} className="menu-item">
              {({ isSelected }) => (
                <>
                  <span>{option.label}</span>
                  {isSelected && <Icon of={Check} />}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
