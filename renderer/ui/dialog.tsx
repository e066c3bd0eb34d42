import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useKeyBarrier } from '../input/handlers.ts';
import { useTranslate } from '../store/use-translate.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import './dialog.css';

export interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  readonly actions?: ReactNode;
  /** Enter in a field does the same as the primary button. */
  readonly onSubmit?: () => void;
  readonly wide?: boolean;
  /** It asks before something is destroyed. */
  readonly alert?: boolean;
}

/** Floats over the sale, never over a payment: payment screens ask in place, so that their amount stays in sight. */
export function Dialog(props: DialogProps) {
  const { t } = useTranslate();
  useKeyBarrier();
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className="dialog-shade"
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal className={classNames('dialog-frame', props.wide === true && 'dialog-frame--wide')}>
        <AriaDialog role={props.alert === true ? 'alertdialog' : 'dialog'}>
          <form
            className="dialog"
            onSubmit={(event) => {
              event.preventDefault();
              props.onSubmit?.();
            }}
          >
            <header className="dialog__head">
              <Heading slot="title" level={2}>
                {props.title}
              </Heading>
              <Button kind="quiet" icon={X} label={t('common.close')} onPress={props.onClose}>
                {null}
              </Button>
            </header>
            <div className="dialog__body">{props.children}</div>
            {props.actions !== undefined && <footer className="dialog__actions">{props.actions}</footer>}
          </form>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
