import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { dayItems } from './day-items.ts';
import { UnresolvedList } from './unresolved-list.tsx';

/** In the title row, with its count; not there when there is nothing to resolve. */
export function UnresolvedButton({ disabled }: { readonly disabled: boolean }) {
  const { t } = useTranslate();
  const count = useSnapshot(({ unresolved, day }) => unresolved.length + dayItems(day).length);
  const [open, setOpen] = useState(false);
  if (count === 0 && !open) return null;
  return (
    <>
      <Button
        className="unresolved-button"
        kind="quiet"
        icon={Hourglass}
        disabled={disabled}
        testId="unresolved"
        onPress={() => {
          setOpen(true);
        }}
      >
        {t('common.unresolved', { count })}
      </Button>
      {open && !disabled && (
        <Dialog
          wide
          title={t('payment.unresolved.title')}
          onClose={() => {
            setOpen(false);
          }}
        >
          <UnresolvedList
            onLeave={() => {
              setOpen(false);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
