import { BadgePercent, ClipboardList, CreditCard } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MemberView, PaymentView } from '../../../src/contract/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Icon, percentText } from '../../ui/index.ts';
import { changeWords } from './change-words.ts';
import './terms.css';

/** What the amount is for, as far as it is no plain sale: a tab, a member, a change that SEQR has taken. */
export function TermsLine({ view }: { readonly view: PaymentView }) {
  const { t, language } = useTranslate();
  const words = changeWords(view, t, language);
  return (
    <ul className="terms">
      {view.tab !== null && <Term icon={ClipboardList}>{t('tab.reserving', { name: view.tab })}</Term>}
      {view.member !== null && <MemberTerm member={view.member} />}
      {view.refusedCards.map(({ name, lastFour, why }) => (
        <Term key={`${name} ${lastFour}`} icon={CreditCard}>
          {t(`loyalty.${why}`, { name, lastFour })}
        </Term>
      ))}
      {words?.tone === 'quiet' && (
        <li className="terms__term" data-testid="change">
          {words.text}
        </li>
      )}
    </ul>
  );
}

function MemberTerm({ member: { name, lastFour, discountHundredths } }: { readonly member: MemberView }) {
  const { t, language } = useTranslate();
  const takesOff =
    discountHundredths === 0 ? t('loyalty.noDiscount') : t('loyalty.discount', { percent: percentText(discountHundredths, language) });
  return (
    <Term icon={BadgePercent} testId="member">
      {`${t('loyalty.member', { name, lastFour })} · ${takesOff}`}
    </Term>
  );
}

function Term({ icon, children, testId }: { readonly icon: LucideIcon; readonly children: ReactNode; readonly testId?: string }) {
  return (
    <li className="terms__term" {...(testId === undefined ? {} : { 'data-testid': testId })}>
      <Icon of={icon} />
      <span>{children}</span>
    </li>
  );
}
