import { useTranslate } from '../../store/use-translate.ts';
import { Button } from '../../ui/index.ts';

export interface NextSaleProps {
  /** The core lets the payment leave the screen. */
  readonly ready: boolean;
  readonly pending: boolean;
  readonly onPress: () => void;
}

/** The payment leaves the screen, and the next customer comes. */
export function NextSale({ ready, pending, onPress }: NextSaleProps) {
  const { t } = useTranslate();
  return (
    <Button kind="primary" size="large" disabled={!ready} pending={pending} onPress={onPress}>
      {t('payment.action.nextSale')}
    </Button>
  );
}
