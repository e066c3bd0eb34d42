import { goTo, useTranslate } from '../../store/index.ts';
import { Button } from '../../ui/index.ts';
import { Uncertain } from '../payment/uncertain.tsx';
import type { OutgoingPartProps } from './part-props.ts';

/** Sent, and no usable answer: the one thing not to do is to do it again (PF-14). */
export function Unknown({ view, pending, onLeave }: OutgoingPartProps) {
  const { t } = useTranslate();
  const paragraphs = [
    {
      topic: t('outgoing.screen.known'),
      words: t(view.what.kind === 'refund' ? 'outgoing.screen.unknownRefund' : 'outgoing.screen.unknownPayOut'),
    },
    { topic: t('outgoing.screen.doing'), words: t('outgoing.screen.unknownDoing') },
    { topic: t('outgoing.screen.tell'), words: t('outgoing.screen.unknownTell') },
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
      {t('outgoing.screen.goOn')}
    </Button>
  );
  return <Uncertain view={view} paragraphs={paragraphs} actions={goOn} />;
}
