import { CircleCheck, CircleDashed, LoaderCircle, OctagonAlert } from 'lucide-react';
import type { HealthItem } from '../../../src/contract/index.ts';
import { problemText } from '../../../src/text/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { classNames, Icon } from '../../ui/index.ts';

const GLYPHS = { good: CircleCheck, bad: OctagonAlert, unknown: CircleDashed, checking: LoaderCircle } as const;

/** One thing looked at; a red one says what to do (PF-11). */
export function CheckLine({ item }: { readonly item: HealthItem }) {
  const { t, language } = useTranslate();
  return (
    <li
      className={classNames('check-line', `check-line--${item.state}`)}
      data-testid="check"
      data-check={item.check}
      data-state={item.state}
    >
      <span className="check-line__mark">
        <Icon of={GLYPHS[item.state]} size={24} />
      </span>
      <span>{t(`common.day.check.${item.check}`)}</span>
      <span className="check-line__state">{t(`common.day.state.${item.state}`)}</span>
      {item.problem !== null && <p className="check-line__problem selectable">{problemText(language, item.problem)}</p>}
    </li>
  );
}
