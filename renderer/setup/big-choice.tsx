import type { LucideIcon } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { classNames, Icon } from '../ui/index.ts';

export interface BigChoiceProps {
  readonly icon: LucideIcon;
  /** Its accessible name. */
  readonly title: string;
  readonly what: string;
  readonly chosen?: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

/** One of two ways to go, large enough to be read before it is pressed. */
export function BigChoice({ icon, title, what, chosen = false, disabled, onPress }: BigChoiceProps) {
  return (
    <Button
      className={classNames('big-choice', chosen && 'big-choice--chosen')}
      aria-label={title}
      isDisabled={disabled}
      onPress={onPress}
    >
      <Icon of={icon} size={32} />
      <span className="big-choice__title">{title}</span>
      <span className="big-choice__what">{what}</span>
    </Button>
  );
}
