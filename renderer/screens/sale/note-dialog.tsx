import { useState } from 'react';
import { useFormIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Dialog, ProblemBanner, TextField } from '../../ui/index.ts';

/** What the contract takes. Characters. */
const MAX_NOTE_LENGTH = 200;

export function NoteDialog({ note, onClose }: { readonly note: string; readonly onClose: () => void }) {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const [text, setText] = useState(note);
  const submit = async () => {
    const result = await send({ kind: 'sale.setNote', note: text.trim() === '' ? null : text });
    if (result.ok) onClose();
  };
  return (
    <Dialog
      title={t('sale.note.title')}
      onClose={onClose}
      onSubmit={() => {
        void submit();
      }}
      actions={
        <Button kind="primary" type="submit" pending={pending}>
          {t('sale.note.set')}
        </Button>
      }
    >
      <TextField autoFocus label={t('sale.note.label')} value={text} onChange={setText} maxLength={MAX_NOTE_LENGTH} />
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
