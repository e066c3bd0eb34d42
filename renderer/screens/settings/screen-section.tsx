import { useTranslate } from '../../store/index.ts';
import { RadioGroup, Switch } from '../../ui/index.ts';
import { usePreferences } from './use-preferences.ts';

const SOUNDS = ['scan', 'paid', 'attention'] as const;

/** Language, appearance, sounds. */
export function ScreenSection() {
  const { t } = useTranslate();
  const { preferences, change } = usePreferences();
  return (
    <>
      <RadioGroup
        row
        label={t('settings.screen.language')}
        options={[
          { value: 'en', label: t('settings.language.en') },
          { value: 'sv', label: t('settings.language.sv') },
        ]}
        value={preferences.language}
        onChange={(language) => change({ language })}
      />
      <RadioGroup
        row
        label={t('settings.screen.theme')}
        options={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(`settings.screen.themes.${value}`) }))}
        value={preferences.theme}
        onChange={(theme) => change({ theme })}
      />
      <fieldset className="settings-group">
        <legend className="field__label">{t('settings.screen.sounds')}</legend>
        {SOUNDS.map((sound) => (
          <Switch key={sound} on={preferences.sounds[sound]} onChange={(on) => change({ sounds: { [sound]: on } })}>
            {t(`settings.screen.${sound}`)}
          </Switch>
        ))}
      </fieldset>
    </>
  );
}
