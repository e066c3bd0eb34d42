import { SwitchButton, SwitchField } from 'react-aria-components/Switch';
import './choice.css';

export interface SwitchProps {
  readonly children: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
}

/** On or off, at once. */
export function Switch({ children, on, onChange, disabled = false }: SwitchProps) {
  return (
    <SwitchField isSelected={on} onChange={onChange} isDisabled={disabled}>
      <SwitchButton className="switch">
        <span className="switch__track" />
        <span>{children}</span>
      </SwitchButton>
    </SwitchField>
  );
}
