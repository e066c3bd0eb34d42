import { useEffect } from 'react';
import type { DisbursementView } from '../../../src/contract/index.ts';
import { enterIsForButton, useKeys } from '../../input/handlers.ts';
import { useIntent, useTranslate } from '../../store/index.ts';
import { attention } from '../../ui/sounds.ts';
import { Done } from './done.tsx';
import { NotDone } from './not-done.tsx';
import type { DisbursementPartProps } from './part-props.ts';
import { Sending } from './sending.tsx';
import { Unknown } from './unknown.tsx';
import './disbursement.css';

/** Money on its way out of the shop, and what became of it: over every place until somebody has read it. */
export function DisbursementScreen({ view }: { readonly view: DisbursementView }) {
  const { t } = useTranslate();
  const { send, pending } = useIntent();
  const { kind } = view.screen;
  const leave = () => {
    void send({ kind: 'disbursement.dismiss', id: view.id, stateNumber: view.stateNumber });
  };
  const canLeave = kind !== 'sending' && !pending;
  useKeys({
    actions: {
      ringUp: () => canLeave && !enterIsForButton() && (leave(), true),
      back: () => canLeave && (leave(), true),
    },
  });
  useEffect(() => {
    if (kind === 'unknown' || kind === 'refused') attention();
  }, [kind]);
  return (
    <main className="disbursement" data-testid="disbursement-state" data-state={kind} aria-live="polite">
      <h1 className="sr-only">
        {view.what.kind === 'refund' ? t('disbursement.refund.title', { number: view.what.receiptNumber }) : t('disbursement.payOut.title')}
      </h1>
      <Body view={view} pending={pending} onLeave={leave} />
    </main>
  );
}

function Body(props: DisbursementPartProps) {
  const { screen } = props.view;
  switch (screen.kind) {
    case 'sending':
      return <Sending view={props.view} slow={screen.slow} />;
    case 'done':
      return <Done {...props} screen={screen} />;
    case 'unknown':
      return <Unknown {...props} />;
    case 'notSent':
    case 'refused':
      return <NotDone {...props} screen={screen} />;
  }
}
