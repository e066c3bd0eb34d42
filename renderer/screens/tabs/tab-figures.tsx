import { TriangleAlert } from 'lucide-react';
import type { TabView } from '../../../src/contract/index.ts';
import { formatMoney } from '../../../src/money/index.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Icon } from '../../ui/index.ts';
import { timeLeftWords } from './tab-words.ts';
import { useWallClock } from './use-wall-clock.ts';
import './tab-figures.css';

export interface TabFiguresProps {
  readonly tab: Pick<TabView, 'reserved' | 'draft' | 'lapsesAt'>;
  /** Which of the two amounts does not stand beside it already. */
  readonly show?: 'both' | 'reserved' | 'rungUp';
  /** What is rung up just now, if that is not what the tab has kept. */
  readonly rungUp?: TabView['draft'];
}

/** Reserved, rung up, and how long SEQR keeps it; amber when more is rung up than was reserved. */
export function TabFigures({ tab, show = 'both', rungUp = tab.draft }: TabFiguresProps) {
  const { t, language } = useTranslate();
  const now = useWallClock();
  const parts = [
    ...(show === 'rungUp' ? [] : [t('tab.reserved', { amount: formatMoney(tab.reserved, language) })]),
    ...(show === 'reserved' ? [] : [t('tab.rungUp', { amount: formatMoney(rungUp, language) })]),
    timeLeftWords(tab.lapsesAt, now, t),
  ];
  return (
    <div className="tab-figures">
      <p data-testid="tab-figures">{parts.join(' · ')}</p>
      {rungUp.minor > tab.reserved.minor && (
        <p className="tab-figures__overdrawn" data-testid="overdrawn">
          <Icon of={TriangleAlert} />
          <span>{t('tab.overdrawn')}</span>
        </p>
      )}
    </div>
  );
}
