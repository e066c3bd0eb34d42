import { CircleCheck, Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { problemText } from '../../src/text/index.ts';
import type { Problem } from '../../src/text/index.ts';
import { useTranslate } from '../store/use-translate.ts';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import './banner.css';

export interface BannerProps {
  readonly tone: 'problem' | 'caution' | 'good' | 'note';
  readonly title?: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

const GLYPHS = { problem: OctagonAlert, caution: TriangleAlert, good: CircleCheck, note: Info } as const;

/** A few words in their place, with an icon that says how serious they are. */
export function Banner({ tone, title, children, actions }: BannerProps) {
  return (
    <div className={classNames('banner', `banner--${tone}`)} role={tone === 'problem' ? 'alert' : 'status'}>
      <Icon of={GLYPHS[tone]} size={24} />
      <div className="banner__words selectable">
        {title !== undefined && <p className="banner__title">{title}</p>}
        {children}
      </div>
      {actions !== undefined && <div className="banner__actions">{actions}</div>}
    </div>
  );
}

export interface ProblemBannerProps {
  readonly problem: Problem;
  readonly actions?: ReactNode;
  readonly tone?: 'problem' | 'caution';
}

/** The first sentence says what happened; the rest what it means and what to do; the code is for the phone. */
export function ProblemBanner({ problem, actions, tone = 'problem' }: ProblemBannerProps) {
  const { t, language } = useTranslate();
  const { title, rest } = splitProblem(problemText(language, problem));
  return (
    <Banner tone={tone} title={title} actions={actions}>
      {rest !== '' && <p>{rest}</p>}
      <p className="banner__code">{t('common.code', { code: problem.code })}</p>
    </Banner>
  );
}

/** What happened (the first sentence) apart from what to do about it. */
export function splitProblem(text: string): { readonly title: string; readonly rest: string } {
  const end = /[.?] (?=\p{Lu})/u.exec(text);
  if (end === null) return { title: text, rest: '' };
  return { title: text.slice(0, end.index + 1), rest: text.slice(end.index + 2) };
}
