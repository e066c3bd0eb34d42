import { TriangleAlert } from 'lucide-react';
import type { PaymentView, TabView } from '../../../src/contract/index.ts';
import { formatAmount } from '../../../src/money/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Icon } from '../../ui/index.ts';
import { charge, leaveUnchanged } from './sale-intents.ts';

/** The one next step, at the foot of the sale: Charge, or what takes its place while SEQR holds this sale already. */
export function SaleActions() {
  const payment = useSnapshot((snapshot) => snapshot.payment);
  const editing = useSnapshot((snapshot) => snapshot.tabs.find((tab) => tab.editing));
  if (payment?.changing === true) return <ChangingActions view={payment} />;
  return editing === undefined ? <ChargeAction /> : <TabActions tab={editing} />;
}

function useOpenSale() {
  const { sale, figures, revision, locked } = useSnapshot((snapshot) => snapshot.sale);
  const { language } = useTranslate();
  return { empty: sale.rows.length === 0, total: figures.total, amount: formatAmount(figures.total, language), revision, locked };
}

function ChargeAction() {
  const { t } = useTranslate();
  const { empty, amount, locked } = useOpenSale();
  const other = useSnapshot((snapshot) => snapshot.tabs[0]);
  const withTab = useSnapshot((snapshot) => snapshot.tabRules.salesWithTab);
  const refused = other !== undefined && !withTab;
  return (
    <div className="sale-actions">
      {other !== undefined && !empty && !locked && (
        <p className="sale-actions__why" data-testid="tab-warning">
          <Icon of={TriangleAlert} />
          <span>{t(refused ? 'tab.other.blocked' : 'tab.other.allowed', { name: other.name })}</span>
        </p>
      )}
      <Button kind="primary" size="large" wide disabled={empty || locked || refused} onPress={charge} testId="charge">
        {empty ? t('sale.chargeNothing') : t('sale.charge', { amount })}
      </Button>
    </div>
  );
}

/** The payment stays open meanwhile: told to SEQR, or left as it was. */
function ChangingActions({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslate();
  const { empty, amount } = useOpenSale();
  return (
    <div className="sale-actions">
      <Button kind="primary" size="large" wide disabled={empty || !view.actions.change} onPress={charge} testId="update">
        {empty ? t('changing.updateNothing') : t('changing.update', { amount })}
      </Button>
      <Button wide onPress={leaveUnchanged} testId="back-to-code">
        {t('changing.back')}
      </Button>
    </div>
  );
}

function TabActions({ tab }: { readonly tab: TabView }) {
  const { t } = useTranslate();
  const { empty, amount, revision } = useOpenSale();
  const { send, pending } = useIntent();
  const { attemptId, stateNumber, actions } = tab;
  return (
    <div className="sale-actions">
      <Button kind="primary" size="large" wide disabled={empty || !actions.capture} pending={pending} onPress={charge} testId="capture">
        {empty ? t('tab.action.captureNothing') : t('tab.action.capture', { amount })}
      </Button>
      <Button
        wide
        pending={pending}
        testId="keep-tab"
        onPress={() => {
          void send({ kind: 'tab.keep', attemptId, stateNumber, revision });
        }}
      >
        {t('tab.action.keep')}
      </Button>
    </div>
  );
}
