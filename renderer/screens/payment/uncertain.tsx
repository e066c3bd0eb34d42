import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PaymentView } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Icon } from '../../ui/index.ts';
import { BigAmount } from './big-amount.tsx';
import './uncertain.css';

export interface UncertainProps {
  readonly view: Pick<PaymentView, 'amount' | 'correlationId'>;
  /** What the cashier is to do now: it is read first. */
  readonly order: string;
  /** Three short ones: what is known · what the till does · what to tell the customer. */
  readonly paragraphs: readonly { readonly topic: string; readonly words: string }[];
  readonly actions: ReactNode;
  /** What SEQR has answered since the customer was said to have paid. */
  readonly found?: ReactNode;
  /** What a button here brings with it, said before it is pressed. */
  readonly aside?: string;
}

/** Money is not known yet: amber fills the screen, and exactly one thing speaks. */
export function Uncertain({ view, order, paragraphs, actions, found, aside }: UncertainProps) {
  const { t } = useTranslate();
  return (
    <div className="uncertain">
      <div className="uncertain__middle">
        <div className="uncertain__head">
          <Icon of={TriangleAlert} size={96} />
          <BigAmount of={view.amount} />
        </div>
        <p className="uncertain__order">{order}</p>
        <div className="uncertain__paragraphs selectable">
          {paragraphs.map(({ topic, words }) => (
            <Paragraph key={topic} topic={topic} words={words} />
          ))}
        </div>
        {found}
      </div>
      <footer className="uncertain__foot">
        {aside !== undefined && <p className="uncertain__aside">{aside}</p>}
        {actions}
        <span className="uncertain__id selectable">{t('payment.correlation', { id: view.correlationId })}</span>
      </footer>
    </div>
  );
}

function Paragraph({ topic, words }: { readonly topic: string; readonly words: string }) {
  return (
    <div className="uncertain__paragraph">
      <h2 className="uncertain__topic">{topic}</h2>
      <p className="uncertain__words">{words}</p>
    </div>
  );
}
