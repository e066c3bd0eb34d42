import type { PaymentView } from '../../../src/contract/index.ts';
import { useAge } from '../../store/use-age.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button } from '../../ui/index.ts';
import { readContact } from './contact.ts';
import { cashierSentence, nextStepWords } from './payment-words.ts';
import { Claim, SaysPaidButton } from './says-paid.tsx';
import { Uncertain } from './uncertain.tsx';
import { useAttempt } from './use-attempt.ts';

/** No good answer for 20 s, or a status that nobody knows: Kassa keeps asking, the till may go on (PF-16). */
export function Unknown({ view }: { readonly view: PaymentView }) {
  const { t, language } = useTranslate();
  const { act, pending } = useAttempt(view);
  const { seconds } = readContact(useAge(view.contact.ageMs));
  const { actions, contact } = view;
  const asked = seconds === null ? t('payment.noContactYet') : t('payment.contact', { seconds });
  const doing = contact.unasked !== null ? t(`payment.unasked.${contact.unasked}`) : `${t('payment.cashier.unknownDoing')} ${asked}`;
  const known = contact.unasked !== null ? t('payment.cashier.unknownUnasked') : cashierSentence(view, t, language);
  const step = nextStepWords(view, language);
  return (
    <Uncertain
      view={view}
      order={t('payment.cashier.unknownTell')}
      paragraphs={[
        {
          topic: t('sale.after.known'),
          words: `${known}${step === null ? '' : ` ${step}`}`,
        },
        { topic: t('sale.after.doing'), words: `${doing}.` },
        { topic: t('sale.after.tellCustomer'), words: t('payment.cashier.unknownTellCustomer') },
      ]}
      found={<Claim view={view} />}
      {...(actions.setAside
        ? { aside: t(contact.unasked === null ? 'payment.action.setAsideWarning' : `payment.action.setAsideUnasked.${contact.unasked}`) }
        : {})}
      actions={
        <>
          <Button
            kind="primary"
            disabled={!actions.setAside}
            pending={pending}
            onPress={() => {
              act('setAside');
            }}
          >
            {t('payment.action.setAside')}
          </Button>
          {actions.keepWaiting && (
            <Button
              pending={pending}
              onPress={() => {
                act('keepWaiting');
              }}
            >
              {t('payment.action.keepWaiting')}
            </Button>
          )}
          {actions.cancel && (
            <Button
              pending={pending}
              onPress={() => {
                act('cancel');
              }}
            >
              {t('payment.action.cancel')}
            </Button>
          )}
          <SaysPaidButton view={view} act={act} pending={pending} />
        </>
      }
    />
  );
}
