import { useTranslate } from '../../store/index.ts';
import { PinField } from '../../ui/index.ts';
import type { OwnerPin } from './use-owner-pin.ts';

/** Where the owner's PIN is typed, or chosen. */
export function OwnerPinFields({ owner, autoFocus = false }: { readonly owner: OwnerPin; readonly autoFocus?: boolean }) {
  const { t } = useTranslate();
  return (
    <>
      <PinField
        label={t(owner.isNew ? 'settings.owner.newPin' : 'settings.owner.pin')}
        value={owner.pin}
        onChange={owner.setPin}
        problem={owner.weak ? t('setup.check.pinWeak') : null}
        autoFocus={autoFocus}
      />
      {owner.isNew && (
        <PinField
          label={t('settings.owner.again')}
          value={owner.again}
          onChange={owner.setAgain}
          problem={owner.differs ? t('setup.check.pinDiffers') : null}
        />
      )}
    </>
  );
}
