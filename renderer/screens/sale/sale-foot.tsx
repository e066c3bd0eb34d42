import { formatAmount, negate, vatPercentText } from '../../../src/money/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Amount, classNames } from '../../ui/index.ts';
import { ChangingStrip } from './changing-strip.tsx';
import { MemberChip } from './member-chip.tsx';
import { SaleActions } from './sale-actions.tsx';

/** From here the total is too long for the largest type. Minor units. */
const LONG_AMOUNT = 1_000_000;

/** What the rows come to, and the one thing to do about it. */
export function SaleFoot() {
  const { t, language } = useTranslate();
  const { sale, figures, locked } = useSnapshot((snapshot) => snapshot.sale);
  const payment = useSnapshot((snapshot) => (snapshot.payment?.changing === true ? snapshot.payment : null));
  const byMember = figures.byMembership === true && sale.member !== undefined;
  return (
    <footer className="sale-pane__foot">
      {sale.note !== undefined && <p className="figure-line figure-line--note">{sale.note}</p>}
      {sale.member !== undefined && <MemberChip member={sale.member} discounted={byMember} locked={locked} />}
      {figures.saleDiscount.minor > 0 && (
        <p className="figure-line">
          <span>{byMember ? sale.member.name : t('sale.saleDiscount')}</span>
          <span>{formatAmount(negate(figures.saleDiscount), language)}</span>
        </p>
      )}
      {figures.vat.map((group) => (
        <p key={group.rate} className="figure-line" data-testid="vat-line">
          <span>{t('sale.vat', { rate: vatPercentText(group.rate) })}</span>
          <span>{formatAmount(group.vat, language)}</span>
        </p>
      ))}
      {payment !== null && <ChangingStrip view={payment} />}
      <p className="sale-pane__total">
        <span className="sale-pane__total-word">{t('sale.total')}</span>
        <Amount
          of={figures.total}
          testId="total"
          className={classNames('sale-pane__amount', figures.total.minor >= LONG_AMOUNT && 'sale-pane__amount--long')}
        />
      </p>
      <SaleActions />
    </footer>
  );
}
