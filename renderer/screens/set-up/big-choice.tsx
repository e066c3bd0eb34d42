import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { classNames, Icon } from '../../ui/index.ts';
import './big-choice.css';

export interface BigChoiceProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly what: string;
  readonly chosen?: boolean;
  readonly disabled: boolean;
  readonly onPress: () => void;
}

/** One of two ways to go, large enough to be read before it is pressed: the button covers its whole card. */
export function BigChoice({ icon, title, what, chosen = false, disabled, onPress }: BigChoiceProps) {
  const whatId = useId();
  return (
    <div className={classNames('big-choice', chosen && 'big-choice--chosen')}>
      <Icon of={icon} size={32} />
      <Button className="big-choice__title" aria-describedby={whatId} isDisabled={disabled} onPress={onPress}>
        {title}
      </Button>
      <p id={whatId} className="big-choice__what">
        {what}
      </p>
    </div>
  );
}
