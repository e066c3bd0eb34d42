import { BadgePercent, X } from 'lucide-react';
import type { Member } from '../../../src/sale/index.ts';
import { sendIntent } from '../../store/send-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Icon, percentText } from '../../ui/index.ts';
import './member-chip.css';

export interface MemberChipProps {
  readonly member: Member;
  /** The sale's discount is the membership's. */
  readonly discounted: boolean;
  readonly locked: boolean;
}

/** The customer's card on the sale: of its number only the end. */
export function MemberChip({ member, discounted, locked }: MemberChipProps) {
  const { t, language } = useTranslate();
  const takesOff = discounted
    ? t('loyalty.discount', { percent: percentText(member.discountHundredths, language) })
    : t('loyalty.noDiscount');
  return (
    <div className="member-chip" data-testid="member">
      <Icon of={BadgePercent} />
      <span className="member-chip__words">{`${t('loyalty.member', { name: member.name, lastFour: member.card.slice(-4) })} · ${takesOff}`}</span>
      {!locked && (
        <Button
          kind="quiet"
          icon={X}
          label={t('loyalty.remove')}
          onPress={() => {
            void sendIntent({ kind: 'sale.removeMember' });
          }}
        >
          {null}
        </Button>
      )}
    </div>
  );
}
