import { Radio } from 'lucide-react';
import type { ClaimView, PaymentView } from '../../../src/contract/index.ts';
import type { TextKey, TextParams } from '../../../src/text/index.ts';
import { useAge } from '../../store/use-age.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Icon, Spinner } from '../../ui/index.ts';
import { readContact } from './contact.ts';
import type { useAttempt } from './use-attempt.ts';
import './says-paid.css';

interface SaysPaidButtonProps extends Pick<ReturnType<typeof useAttempt>, 'act' | 'pending'> {
  readonly view: Pick<PaymentView, 'actions' | 'claim'>;
}

/** "The customer says it is paid": SEQR is asked at once. Its place stays while the answer is on its way. */
export function SaysPaidButton({ view: { actions, claim }, act, pending }: SaysPaidButtonProps) {
  const { t } = useTranslate();
  if (!actions.customerSaysPaid && claim === null) return null;
  return (
    <Button
      disabled={!actions.customerSaysPaid}
      pending={pending}
      testId="says-paid"
      onPress={() => {
        act('customerSaysPaid');
      }}
    >
      {t('payment.action.customerSaysPaid')}
    </Button>
  );
}

/** What SEQR has answered since, how old that is, what it means and what to do (B9). */
export function Claim({ view: { claim, contact } }: { readonly view: Pick<PaymentView, 'claim' | 'contact'> }) {
  const { t } = useTranslate();
  const { seconds } = readContact(useAge(contact.ageMs));
  if (claim === null) return null;
  const [key, params] = claimKey(claim);
  const age = seconds === null ? t('payment.noContactYet') : t('payment.contact', { seconds });
  return (
    <div className="claim" role="status" data-testid="claim" data-finding={claim.kind}>
      {claim.kind === 'asking' ? <Spinner /> : <Icon of={Radio} size={24} />}
      <div className="claim__words selectable">
        <p className="claim__title">{t(`${key}.title` satisfies TextKey, params)}</p>
        <p className="claim__text">{t(`${key}.text` satisfies TextKey)}</p>
      </div>
      {/* Told anew every second, it would be read aloud every second. */}
      <p className="claim__age" aria-hidden="true">
        {age}
      </p>
    </div>
  );
}

type ClaimKey = `claim.${Exclude<ClaimView['kind'], 'noWord'> | 'noWord' | 'refused'}`;

function claimKey(claim: ClaimView): readonly [ClaimKey, TextParams?] {
  switch (claim.kind) {
    case 'oddStatus':
      return ['claim.oddStatus', { status: claim.status }];
    case 'noWord':
      return claim.resultCode === null ? ['claim.noWord'] : ['claim.refused', { code: claim.resultCode }];
    case 'asking':
    case 'notPaidYet':
    case 'confirming':
    case 'reserved':
    case 'keychain':
    case 'passwordLost':
      return [`claim.${claim.kind}`];
  }
}
