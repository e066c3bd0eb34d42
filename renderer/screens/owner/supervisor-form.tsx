import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Intent } from '../../../src/contract/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { Button, ProblemBanner } from '../../ui/index.ts';
import { OwnerPinFields } from './owner-pin-fields.tsx';
import { RecoverForm } from './recover-form.tsx';
import { useOwnerPin } from './use-owner-pin.ts';
import './supervisor-form.css';

interface SupervisorFormProps {
  readonly title: string;
  readonly what: string;
  /** The words on the button. */
  readonly act: string;
  /** All that is asked for beside the PIN is there. */
  readonly ready: boolean;
  readonly intent: (pin: string) => Intent;
  readonly children?: ReactNode;
}

/**
 * A question to a supervisor about one item, answered with the owner's PIN. Where the settings are lost, and the PIN with them,
 * the recovery code comes first (PF-30).
 */
export function SupervisorForm(props: SupervisorFormProps) {
  const [isLost] = useState(useSnapshot((snapshot) => snapshot.setup.owner.codeKept));
  const [isChosen, setChosen] = useState(false);
  if (!isLost || isChosen) return <Question {...props} />;
  return (
    <div className="supervisor-form" role="group" aria-label={props.title}>
      <RecoverForm onDone={() => setChosen(true)} />
    </div>
  );
}

function Question({ title, what, act, ready, intent, children }: SupervisorFormProps) {
  const owner = useOwnerPin();
  const { send, pending, problem } = useFormIntent();
  const press = async () => {
    const result = await send(intent(owner.pin));
    if (!result.ok) owner.clear();
  };
  return (
    <div className="supervisor-form" role="group" aria-label={title}>
      <p className="supervisor-form__title">{title}</p>
      <p className="soft">{what}</p>
      {children}
      <OwnerPinFields owner={owner} />
      {problem !== null && <ProblemBanner problem={problem} />}
      <Button kind="primary" pending={pending} disabled={!ready || !owner.complete} onPress={() => void press()}>
        {act}
      </Button>
    </div>
  );
}
