import { CircleCheck, CircleHelp, CircleX, LoaderCircle } from 'lucide-react';
import type { DisbursementLine } from '../../../src/contract/index.ts';
import { dateAndTime, goTo, useTranslate } from '../../store/index.ts';
import { Amount, Button, classNames, Icon } from '../../ui/index.ts';
import './disbursement-lines.css';

const GLYPHS = {
  sending: LoaderCircle,
  unknown: CircleHelp,
  notSent: CircleX,
  refused: CircleX,
  done: CircleCheck,
  notDone: CircleX,
} as const;

/** Refunds or pay-outs and what became of each; a refund leads to its return receipt. */
export function DisbursementLines({ lines }: { readonly lines: readonly DisbursementLine[] }) {
  const { t, language } = useTranslate();
  return (
    <ul className="disbursement-lines">
      {lines.map((line) => (
        <li
          key={line.id}
          className={classNames('disbursement-line', `disbursement-line--${line.state}`)}
          data-testid="disbursement-line"
          data-state={line.state}
        >
          <span className="disbursement-line__mark">
            <Icon of={GLYPHS[line.state]} size={20} />
          </span>
          <span className="disbursement-line__words selectable">
            <span>
              {t(`disbursement.given.state.${line.state}`, { code: line.resultCode ?? '' })}
              {line.what.kind === 'credit' ? ` · ${line.what.userId}` : ` · ${line.reason}`}
            </span>
            <span className="soft small">{`${dateAndTime(line.startedAt, language)} · ${t('payment.correlation', { id: line.correlationId })}`}</span>
          </span>
          <Amount of={line.amount} className="disbursement-line__amount" />
          {line.receiptNumber !== null && <ReceiptLink number={line.receiptNumber} />}
        </li>
      ))}
    </ul>
  );
}

function ReceiptLink({ number }: { readonly number: number }) {
  const { t } = useTranslate();
  return (
    <Button
      kind="quiet"
      onPress={() => {
        goTo({ kind: 'journal', receipt: number });
      }}
    >
      {t('disbursement.given.receipt', { number })}
    </Button>
  );
}
