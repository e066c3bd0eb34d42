import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { classNames } from './class-names.ts';
import './field.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** Something odd about it that is no mistake yet, in the place of the hint. */
  readonly caution?: string | null;
  /** What is wrong with it, in a sentence; null if nothing is. */
  readonly problem?: string | null;
  readonly type?: 'text' | 'password' | 'url';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'url';
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly large?: boolean;
  /** Lines; more than one makes a text area. */
  readonly lines?: number;
  readonly onBlur?: () => void;
  readonly name?: string;
  readonly testId?: string;
}

/** A line of text with its label above it, and under it a hint or what is wrong. */
export function TextField(props: TextFieldProps) {
  const problem = props.problem ?? null;
  const caution = props.caution ?? null;
  const description = caution ?? props.hint ?? null;
  const shared = {
    className: classNames('field__input', props.large === true && 'field__input--large'),
    ...(props.placeholder === undefined ? {} : { placeholder: props.placeholder }),
    ...(props.testId === undefined ? {} : { 'data-testid': props.testId }),
  };
  return (
    <AriaTextField
      className="field"
      value={props.value}
      onChange={props.onChange}
      isInvalid={problem !== null}
      isDisabled={props.disabled ?? false}
      type={props.type ?? 'text'}
      inputMode={props.inputMode ?? 'text'}
      autoComplete="off"
      spellCheck="false"
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
      {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      {...(props.name === undefined ? {} : { name: props.name })}
    >
      <Label className="field__label">{props.label}</Label>
      {(props.lines ?? 1) > 1 ? <TextArea {...shared} rows={props.lines ?? 2} /> : <Input {...shared} />}
      {description !== null && problem === null && (
        <Text slot="description" className={caution === null ? 'field__hint' : 'field__hint field__hint--caution'}>
          {description}
        </Text>
      )}
      <FieldError className="field__problem">{problem ?? ''}</FieldError>
    </AriaTextField>
  );
}
