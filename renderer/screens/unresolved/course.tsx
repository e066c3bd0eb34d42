import { useTranslate } from '../../store/use-translate.ts';

export interface CourseProps {
  readonly doing: string;
  readonly waitsFor: readonly string[];
  readonly tell: string;
}

/** Under what is known: what to do and to say, which comes first; what the till does; what settles it. */
export function Course({ doing, waitsFor, tell }: CourseProps) {
  const { t } = useTranslate();
  return (
    <dl className="course selectable">
      <dt>{t('unresolved.label.tell')}</dt>
      <dd className="course__tell">{tell}</dd>
      <dt>{t('unresolved.label.doing')}</dt>
      <dd>{doing}</dd>
      <dt>{t('unresolved.label.waitsFor')}</dt>
      <dd>{waitsFor.join(' · ')}</dd>
    </dl>
  );
}
