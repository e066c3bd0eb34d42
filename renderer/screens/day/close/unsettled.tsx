import { useState } from 'react';
import type { CloseDocument } from '../../../../src/contract/index.ts';
import { openThingText, unsettledAt } from '../../../../src/day/index.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Amount, Button } from '../../../ui/index.ts';
import { CloseLinesDialog } from './close-lines-dialog.tsx';
import { canBeNotPaid, NotPaidDialog } from './not-paid-dialog.tsx';
import { canBeTakenUp, TakeUpDialog } from './take-up-dialog.tsx';

type Asked = 'takeUp' | 'notPaid' | 'close';

/** What nobody has settled by the end of this close, wherever it came from (PF-32), and every way out that the rules give. */
export function Unsettled({ document: { close, lines } }: { readonly document: CloseDocument }) {
  const { t } = useTranslate();
  const [asked, setAsked] = useState<Asked | null>(null);
  const number = close.number ?? 0;
  const rows = lines.filter(canBeTakenUp);
  const unpaid = lines.filter(canBeNotPaid);
  const handedOn = unsettledAt(close);
  const things = [...handedOn, ...lines.filter(({ id }) => !handedOn.some((thing) => thing.id === id))];
  if (things.length === 0) return null;
  const ways: readonly (readonly [Asked, number])[] = [
    ['takeUp', rows.length],
    ['notPaid', unpaid.length],
    ['close', lines.length],
  ];
  const onClose = () => setAsked(null);
  return (
    <section className="day__section" aria-labelledby="close-unsettled" data-testid="close-unsettled">
      <h2 id="close-unsettled">{`${t('day.unsettled.title')} (${things.length})`}</h2>
      <ul>
        {things.map((thing) => (
          <li key={`${thing.kind} ${thing.id}`} className="close-resolved">
            <span>{openThingText(thing, t)}</span>
            <Amount of={thing.amount} />
          </li>
        ))}
      </ul>
      {lines.length > 0 && (
        <div className="close-buttons">
          {ways.map(([way, count]) =>
            count === 0 ? null : (
              <Button key={way} onPress={() => setAsked(way)}>
                {t(`day.unsettled.${way}`)}
              </Button>
            ),
          )}
        </div>
      )}
      {asked === 'takeUp' && <TakeUpDialog number={number} rows={rows} onClose={onClose} />}
      {asked === 'notPaid' && <NotPaidDialog lines={unpaid} onClose={onClose} />}
      {asked === 'close' && <CloseLinesDialog number={number} lines={lines} onClose={onClose} />}
    </section>
  );
}
