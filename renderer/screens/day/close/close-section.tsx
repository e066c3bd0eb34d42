import { useState } from 'react';
import type { CloseRow } from '../../../../src/contract/index.ts';
import { dateAndTime } from '../../../store/dates.ts';
import { useSnapshot } from '../../../store/snapshot-store.ts';
import { useFormIntent } from '../../../store/use-intent.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Banner, Button, ProblemBanner } from '../../../ui/index.ts';
import { CloseProgress, FinishWithout } from './close-progress.tsx';
import { asIntent, NO_PASSWORD, PasswordFields } from './password-fields.tsx';
import './close.css';

/** Where the day is closed: the question, and then how far it is (PF-17). */
export function CloseSection({ last }: { readonly last: CloseRow | null }) {
  const { t, language } = useTranslate();
  const close = useSnapshot((snapshot) => snapshot.day.close);
  const scope = useSnapshot((snapshot) => snapshot.day.scope);
  const isUnderWay = close !== null && close.state !== 'notMarked';
  return (
    <section className="day__section" aria-labelledby="day-close" data-testid="close" data-state={close?.state ?? 'none'}>
      <header className="day__head">
        <h2 id="day-close">{t('day.close.title')}</h2>
        <p className="soft">{last === null ? t('day.close.never') : t('day.close.last', { when: dateAndTime(last.doneAt, language) })}</p>
      </header>
      {isUnderWay ? (
        <CloseProgress close={close} />
      ) : (
        <>
          <p className="soft">{t(scope === 'shop' ? 'day.close.whatShop' : 'day.close.what')}</p>
          {close?.former != null && <Banner tone="caution">{t('day.step.formerRefused', { register: close.former })}</Banner>}
          {close?.problem != null && <ProblemBanner problem={close.problem} tone={close.former === null ? 'problem' : 'caution'} />}
          <CloseForm />
          {close?.canFinishWithout === true && <FinishWithout key={close.closeId} close={close} />}
        </>
      )}
    </section>
  );
}

function CloseForm() {
  const { t } = useTranslate();
  const whyNot = useSnapshot((snapshot) => snapshot.day.whyNot);
  const kept = useSnapshot((snapshot) => snapshot.day.passwordKept);
  const [answer, setAnswer] = useState(NO_PASSWORD);
  const { send, pending, problem } = useFormIntent();
  const complete = (kept || answer.password !== '') && (!answer.keep || answer.pin.length >= 4);
  const begin = async () => {
    const result = await send({ kind: 'day.close', ...asIntent(answer) });
    if (result.ok) setAnswer(NO_PASSWORD);
  };
  return (
    <form
      className="close-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete && whyNot === null) void begin();
      }}
    >
      <PasswordFields value={answer} onChange={setAnswer} />
      {whyNot !== null && <ProblemBanner problem={whyNot} tone="caution" />}
      {problem !== null && <ProblemBanner problem={problem} />}
      <div className="close-buttons">
        <Button type="submit" kind="primary" pending={pending} disabled={!complete || whyNot !== null} testId="close-day">
          {t('day.close.begin')}
        </Button>
      </div>
    </form>
  );
}
