import { comboText } from '../../input/combo.ts';
import { shortcutsWith } from '../../input/shortcuts.ts';
import { goTo } from '../../store/places.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Dialog } from '../../ui/index.ts';
import './keys-dialog.css';

/** All keys as they are now; they are data, and so is this list. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslate();
  const changes = useSnapshot((snapshot) => snapshot.preferences.shortcuts);
  return (
    <Dialog
      wide
      title={t('common.keys.title')}
      onClose={onClose}
      actions={
        <Button
          onPress={() => {
            onClose();
            goTo({ kind: 'settings', section: 'shortcuts' });
          }}
        >
          {t('common.keys.change')}
        </Button>
      }
    >
      <p className="soft">{`${t('common.keys.intro')} ${t('common.keys.plusNote')}.`}</p>
      <ul className="keys-list">
        <Line words={t('common.keys.startSearch')} keyText={t('common.keys.letters')} />
        <Line words={t('common.keys.keypad')} keyText={t('common.keys.digits')} />
        {shortcutsWith(changes).map((shortcut) => (
          <Line key={shortcut.action} words={t(`common.keys.${shortcut.action}`)} keyText={comboText(shortcut.combo)} />
        ))}
      </ul>
    </Dialog>
  );
}

function Line({ words, keyText }: { readonly words: string; readonly keyText: string }) {
  return (
    <li className="keys-list__line">
      <span>{words}</span>
      <kbd className="key-cap">{keyText}</kbd>
    </li>
  );
}
