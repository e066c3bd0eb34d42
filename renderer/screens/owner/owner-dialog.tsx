import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Intent } from '../../../src/contract/index.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { Button, Dialog, PinField, ProblemBanner } from '../../ui/index.ts';

export interface OwnerDialogProps {
  readonly title: string;
  /** The words on the button. */
  readonly act: string;
  readonly pinLabel: string;
  /** What the owner is to do, if all that is asked for beside the PIN is there; null: it is not. */
  readonly intent: ((pin: string) => Intent) | null;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog whose question the owner's PIN answers: it closes when that was obeyed, and asks for the PIN again when not. */
export function OwnerDialog({ title, act, pinLabel, intent, onClose, children }: OwnerDialogProps) {
  const [pin, setPin] = useState('');
  const { send, pending, problem } = useFormIntent();
  const complete = intent !== null && pin.length >= 4;
  const submit = async () => {
    if (!complete) return;
    const result = await send(intent(pin));
    if (result.ok) onClose();
    else setPin('');
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <Button kind="primary" type="submit" pending={pending} disabled={!complete}>
          {act}
        </Button>
      }
    >
      {children}
      <PinField label={pinLabel} value={pin} onChange={setPin} />
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
