import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { TabList } from './tab-list.tsx';

/** In the title row, with its count; not there while nothing is reserved. */
export function TabsButton({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslate();
  const count = useSnapshot((snapshot) => snapshot.tabs.length);
  const [open, setOpen] = useState(false);
  if (count === 0 && !open) return null;
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button
        kind="quiet"
        icon={ClipboardList}
        disabled={disabled}
        testId="tabs"
        onPress={() => {
          setOpen(true);
        }}
      >
        {t('tab.button', { count })}
      </Button>
      {open && !disabled && (
        <Dialog wide title={t('tab.title')} onClose={close}>
          <TabList onDone={close} />
        </Dialog>
      )}
    </>
  );
}
