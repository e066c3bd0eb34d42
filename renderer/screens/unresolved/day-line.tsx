import { CalendarClock } from 'lucide-react';
import { goTo } from '../../store/places.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Icon } from '../../ui/index.ts';
import { Course } from './course.tsx';
import { namedLines } from './day-items.ts';
import type { DayItem } from './day-items.ts';

/** What a close has left open. The ways out stand on the day's screen. */
export function DayLine({ item, onLeave }: { readonly item: DayItem; readonly onLeave?: () => void }) {
  const { t } = useTranslate();
  const { kind } = item;
  const isUnfinished = kind === 'markLost' || kind === 'held';
  return (
    <li className="unresolved-item" data-testid="unresolved-day" data-state={kind}>
      <Icon of={CalendarClock} size={24} />
      <div className="unresolved-item__words selectable">
        <p className="unresolved-item__head">{t(`unresolved.day.${kind}.known`)}</p>
        <ul className="unresolved-item__names">
          {namedLines(item, t).map((name) => (
            <li key={name}>{name}</li>
          ))}
        </ul>
      </div>
      <Course
        doing={t(isUnfinished ? 'unresolved.day.waits' : 'unresolved.day.compares')}
        waitsFor={[t(`unresolved.day.${kind}.waitsFor`)]}
        tell={t(`unresolved.day.${kind}.tell`)}
      />
      <div className="unresolved-item__ways">
        <Button
          onPress={() => {
            goTo({ kind: 'day' });
            onLeave?.();
          }}
        >
          {t('unresolved.day.open')}
        </Button>
      </div>
    </li>
  );
}
