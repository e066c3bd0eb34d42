import { Button } from 'react-aria-components/Button';
import { useTranslate } from '../../store/index.ts';
import type { SettingsSection } from '../../store/index.ts';
import { classNames } from '../../ui/index.ts';

export interface SectionListProps {
  readonly names: readonly SettingsSection[];
  readonly value: SettingsSection;
  readonly onChange: (name: SettingsSection) => void;
}

export function SectionList({ names, value, onChange }: SectionListProps) {
  const { t } = useTranslate();
  return (
    <nav aria-label={t('settings.sections.label')}>
      <ul className="section-list">
        {names.map((name) => (
          <li key={name}>
            <Button
              className={classNames('section-link', name === value && 'section-link--current')}
              onPress={() => onChange(name)}
              {...(name === value ? { 'aria-current': 'page' } : {})}
            >
              {t(`settings.sections.${name}`)}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
