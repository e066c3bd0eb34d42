import { useEffect, useState } from 'react';
import { comboOf, comboText, shortcutConflict, useKeys } from '../../input/index.ts';
import type { Shortcut, ShortcutChanges } from '../../input/index.ts';
import { useTranslate } from '../../store/index.ts';
import { Banner, Button, Dialog } from '../../ui/index.ts';

export interface ShortcutDialogProps {
  readonly shortcut: Shortcut;
  readonly changes: ShortcutChanges;
  readonly onChange: (changes: Record<string, string>) => void;
  readonly onClose: () => void;
}

/** Waits for one key; a key that is taken is refused and says by what. */
export function ShortcutDialog(props: ShortcutDialogProps) {
  const { t } = useTranslate();
  const action = t(`common.keys.${props.shortcut.action}`);
  return (
    <Dialog title={t('settings.keys.change', { action })} onClose={props.onClose}>
      <KeyListener {...props} />
    </Dialog>
  );
}

const IGNORED = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'Escape', 'Tab', 'Enter']);

function KeyListener({ shortcut, changes, onChange }: ShortcutDialogProps) {
  const { t } = useTranslate();
  const [refused, setRefused] = useState<string | null>(null);
  const take = (combo: string) => {
    const conflict = shortcutConflict(shortcut.action, combo, changes);
    if (conflict === null) onChange({ ...changes, [shortcut.action]: combo });
    else if (conflict.kind === 'taken')
      setRefused(t('settings.keys.taken', { key: comboText(combo), action: t(`common.keys.${conflict.by}`) }));
    else setRefused(t('settings.keys.reserved', { key: comboText(combo) }));
  };
  // Characters come as what was typed; all other keys as they are pressed.
  useKeys({ typed: (text) => take(text.toUpperCase()) });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (IGNORED.has(event.key) || (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey)) return;
      event.preventDefault();
      take(comboOf(event));
    };
    window.addEventListener('keydown', onKeyDown);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
    };
  });
  return (
    <>
      <kbd className="shortcut-now">{comboText(shortcut.combo)}</kbd>
      <p role="status">{t('settings.keys.press')}</p>
      {refused !== null && <Banner tone="caution">{refused}</Banner>}
      {changes[shortcut.action] !== undefined && (
        <Button
          onPress={() => {
            onChange(Object.fromEntries(Object.entries(changes).filter(([action]) => action !== shortcut.action)));
          }}
        >
          {t('settings.keys.reset')}
        </Button>
      )}
    </>
  );
}
