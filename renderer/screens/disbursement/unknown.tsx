import { goTo, useTranslate } from '../../store/index.ts';
import { Button } from '../../ui/index.ts';
import { Uncertain } from '../payment/uncertain.tsx';
import type { DisbursementPartProps } from './part-props.ts';

/** Sent, and no usable answer: the one thing not to do is to do it again (PF-14). */
export function Unknown({ view, pending, onLeave }: DisbursementPartProps) {
  const { t } = useTranslate();
  const paragraphs = [
    {
      topic: t('disbursement.screen.known'),
      words: t(view.what.kind === 'refund' ? 'disbursement.screen.unknownRefund' : 'disbursement.screen.unknownPayOut'),
    },
    { topic: t('disbursement.screen.doing'), words: t('disbursement.screen.unknownDoing') },
    { topic: t('sale.after.tellCustomer'), words: t('disbursement.screen.unknownTellCustomer') },
  ];
  const goOn = (
    <Button
      kind="primary"
      size="large"
      pending={pending}
      onPress={() => {
        goTo({ kind: 'sale' });
        onLeave();
      }}
    >
      {t('disbursement.screen.goOn')}
    </Button>
  );
  return <Uncertain view={view} order={t('disbursement.screen.unknownTell')} paragraphs={paragraphs} actions={goOn} />;
}
