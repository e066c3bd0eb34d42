import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { Spinner } from './spinner.tsx';
import './button.css';

export interface ButtonProps {
  /** The words on it, a verb first. With `iconOnly` they are its accessible name. */
  readonly children: ReactNode;
  readonly onPress?: () => void;
  /** `primary`: money moves forward, or the page's one next step · `plain` · `quiet`: no border · `danger`: destroys. */
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'large';
  readonly icon?: LucideIcon;
  /** Shows only the icon; `label` is its name. */
  readonly label?: string;
  readonly wide?: boolean;
  readonly disabled?: boolean;
  /** Its work is under way: it cannot be pressed again, and says so after 300 ms. */
  readonly pending?: boolean;
  readonly type?: 'button' | 'submit';
  readonly autoFocus?: boolean;
  readonly className?: string;
  readonly testId?: string;
}

/** At least 48 × 48. Keeps its focus ring for the keyboard; a press by touch or mouse does not move the focus. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'normal', wide = false, disabled = false, pending = false } = props;
  const iconOnly = props.label !== undefined;
  return (
    <AriaButton
      className={classNames(
        'button',
        `button--${kind}`,
        size === 'large' && 'button--large',
        wide && 'button--wide',
        iconOnly && 'button--icon',
        props.className,
      )}
      type={props.type ?? 'button'}
      isDisabled={disabled || pending}
      preventFocusOnPress
      {...(props.autoFocus === true ? { autoFocus: true } : {})}
      {...(props.onPress === undefined ? {} : { onPress: props.onPress })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(props.testId === undefined ? {} : { 'data-testid': props.testId })}
    >
      {pending ? <Spinner /> : props.icon !== undefined && <Icon of={props.icon} />}
      {props.children}
    </AriaButton>
  );
}
