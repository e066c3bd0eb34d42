import { useState } from 'react';
import { Button as Row } from 'react-aria-components/Button';
import { comboText, shortcutsWith } from '../../input/index.ts';
import type { Shortcut } from '../../input/index.ts';
import { useTranslate } from '../../store/index.ts';
import { ShortcutDialog } from './shortcut-dialog.tsx';
import { usePreferences } from './use-preferences.ts';

/** Every key and what it does; a row is pressed to change its key. */
export function ShortcutsSection() {
  const { t } = useTranslate();
  const { preferences, change } = usePreferences();
  const [changing, setChanging] = useState<Shortcut | null>(null);
  return (
    <>
      <p className="soft">{t('settings.keys.what')}</p>
      <ul className="shortcut-list">
        {shortcutsWith(preferences.shortcuts).map((shortcut) => (
          <li key={shortcut.action}>
            <Row className="shortcut-row" isDisabled={!shortcut.changeable} onPress={() => setChanging(shortcut)}>
              <span>{t(`common.keys.${shortcut.action}`)}</span>
              {!shortcut.changeable && <span className="small soft">{t('settings.keys.fixed')}</span>}
              <kbd className="shortcut-row__key">{comboText(shortcut.combo)}</kbd>
            </Row>
          </li>
        ))}
      </ul>
      {changing !== null && (
        <ShortcutDialog
          shortcut={changing}
          changes={preferences.shortcuts}
          onChange={(shortcuts) => {
            change({ shortcuts });
            setChanging(null);
          }}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  );
}
