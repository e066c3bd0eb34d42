import { sendIntent, useTranslate } from '../../store/index.ts';
import { Chips } from '../../ui/index.ts';

/** The very first thing somebody may need to change. */
export function LanguageChoice() {
  const { t, language } = useTranslate();
  return (
    <Chips
      className="wizard__language"
      label={t('settings.screen.language')}
      options={[
        { value: 'en', label: t('settings.language.en') },
        { value: 'sv', label: t('settings.language.sv') },
      ]}
      value={language}
      onChange={(chosen) => void sendIntent({ kind: 'preferences.change', patch: { language: chosen } })}
    />
  );
}
