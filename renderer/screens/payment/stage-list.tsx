import { Check, Circle, TriangleAlert } from 'lucide-react';
import type { ContactView, PaymentView, StageView } from '../../../src/contract/index.ts';
import { timeOfDay } from '../../store/dates.ts';
import { useAge } from '../../store/use-age.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { classNames, Icon } from '../../ui/index.ts';
import { ContactRing } from './contact-ring.tsx';
import { readContact } from './contact.ts';
import type { ContactReading } from './contact.ts';
import './stages.css';

/** The stage under way: the last that has happened, or the first while none has. */
function currentIndex(stages: readonly StageView[]): number {
  return Math.max(
    0,
    stages.findLastIndex((stage) => stage.at !== null),
  );
}

/** Fills as things happen, each with its time; the ring is round the one under way. */
export function StageList({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslate();
  const reading = readContact(useAge(view.contact.ageMs));
  const current = currentIndex(view.stages);
  return (
    <div>
      <ol className="stages" data-testid="stages">
        {view.stages.map((stage, index) => (
          <StageLine
            key={stage.stage}
            stage={stage}
            place={index < current ? 'done' : index === current ? 'current' : 'ahead'}
            reading={reading}
          />
        ))}
      </ol>
      <ContactLine contact={view.contact} reading={reading} words={t} />
    </div>
  );
}

interface StageLineProps {
  readonly stage: StageView;
  readonly place: 'done' | 'current' | 'ahead';
  readonly reading: ContactReading;
}

function StageLine({ stage, place, reading }: StageLineProps) {
  const { t, language } = useTranslate();
  return (
    <li
      className={classNames('stage', `stage--${place}`)}
      data-stage={stage.stage}
      {...(place === 'current' ? { 'aria-current': 'step' as const } : {})}
    >
      <span className="stage__mark">
        {place === 'current' ? (
          <ContactRing reading={reading} />
        ) : (
          <Icon of={place === 'done' ? Check : Circle} size={place === 'done' ? 24 : 20} />
        )}
      </span>
      <span>{t(`payment.stage.${stage.stage}`)}</span>
      {stage.at !== null && <time className="stage__time">{timeOfDay(stage.at, language)}</time>}
    </li>
  );
}

interface ContactLineProps {
  readonly contact: ContactView;
  readonly reading: ContactReading;
  readonly words: ReturnType<typeof useTranslate>['t'];
}

/** The same age in words; amber from ten seconds, after two failures in a row, or when nobody is asked. Its place is always kept. */
export function ContactLine({ contact: { unstable, polling, unasked }, reading, words: t }: ContactLineProps) {
  const { seconds, late } = reading;
  const warn = unstable || late || unasked !== null;
  const age = seconds === null ? t('payment.noContactYet') : late ? t('payment.countdown', { seconds }) : t('payment.contact', { seconds });
  const asked = unstable ? `${t('payment.unstable')} · ${age}` : age;
  return (
    <p className={classNames('contact-line', warn && 'contact-line--late')} data-testid="contact">
      {warn && <Icon of={TriangleAlert} />}
      {polling && <span className="contact-line__words">{unasked === null ? asked : t(`payment.unasked.${unasked}`)}</span>}
    </p>
  );
}
