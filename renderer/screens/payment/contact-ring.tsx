import { classNames } from '../../ui/index.ts';
import type { ContactReading } from './contact.ts';
import './stages.css';

const RADIUS = 25;
const ROUND = 2 * Math.PI * RADIUS;

/** Round the stage that is under way: how many of the twenty seconds have gone by without a word from SEQR. */
export function ContactRing({ reading }: { readonly reading: ContactReading }) {
  return (
    <svg className={classNames('contact-ring', reading.late && 'contact-ring--late')} viewBox="0 0 56 56" aria-hidden="true">
      <circle className="contact-ring__track" cx="28" cy="28" r={RADIUS} />
      <circle
        className="contact-ring__arc"
        cx="28"
        cy="28"
        r={RADIUS}
        strokeDasharray={`${reading.part * ROUND} ${ROUND}`}
        transform="rotate(-90 28 28)"
      />
      <text className="contact-ring__figure" x="28" y="34">
        {reading.seconds ?? ''}
      </text>
    </svg>
  );
}
