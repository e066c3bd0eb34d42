import { Check } from 'lucide-react';
import { CheckboxButton, CheckboxField } from 'react-aria-components/Checkbox';
import { useTranslate } from '../../store/index.ts';
import { Icon } from '../../ui/index.ts';
import './consent.css';

export interface ConsentProps {
  readonly children: string;
  readonly given: boolean;
  /** Continue was pressed without it. */
  readonly missing: boolean;
  readonly onChange: (given: boolean) => void;
}

/** A risk that a person takes knowingly: never ticked beforehand. */
export function Consent({ children, given, missing, onChange }: ConsentProps) {
  const { t } = useTranslate();
  return (
    <>
      <CheckboxField isSelected={given} isInvalid={missing} onChange={onChange}>
        <CheckboxButton className="consent">
          <span className="consent__box">{given && <Icon of={Check} />}</span>
          <span>{children}</span>
        </CheckboxButton>
      </CheckboxField>
      {missing && <p className="field__problem">{t('setup.check.consent')}</p>}
    </>
  );
}
