import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { TrayList } from './tray-list.tsx';

/** In the title row, with its count; not there when there is nothing to settle. */
export function TrayButton({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslate();
  const count = useSnapshot((snapshot) => snapshot.tray.length);
  const [open, setOpen] = useState(false);
  if (count === 0 && !open) return null;
  return (
    <>
      <Button
        className="tray-button"
        kind="quiet"
        icon={Hourglass}
        disabled={disabled}
        testId="tray"
        onPress={() => {
          setOpen(true);
        }}
      >
        {t('common.tray', { count })}
      </Button>
      {open && !disabled && (
        <Dialog
          title={t('payment.tray.title')}
          onClose={() => {
            setOpen(false);
          }}
        >
          <TrayList />
        </Dialog>
      )}
    </>
  );
}
