import { useState } from 'react';
import { formatAmount, formatMoney } from '../../../src/money/index.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useFormIntent } from '../../store/use-intent.ts';
import { useTranslate } from '../../store/use-translate.ts';
import { Button, Dialog, ProblemBanner, TextField } from '../../ui/index.ts';
import { minutesOf, TabRuleFields } from './tab-rule-fields.tsx';

/** What the contract takes. Characters. */
const MAX_NAME_LENGTH = 40;

/** The sale becomes a tab: the customer reserves its amount now, and it is taken later (PF-29). */
export function OpenTabDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, language } = useTranslate();
  const { figures, revision } = useSnapshot((snapshot) => snapshot.sale);
  const rules = useSnapshot((snapshot) => snapshot.tabRules);
  const { send, pending, problem } = useFormIntent();
  const [name, setName] = useState('');
  const [mode, setMode] = useState(rules.mode);
  const [minutes, setMinutes] = useState(String(rules.minutes));
  const whole = minutesOf(minutes);
  const complete = name.trim() !== '' && whole !== null;
  const submit = async () => {
    if (!complete) return;
    const result = await send({ kind: 'tab.open', revision, name: name.trim(), mode, minutes: whole });
    if (result.ok) onClose();
  };
  return (
    <Dialog
      title={t('tab.open.title')}
      onClose={onClose}
      onSubmit={() => {
        void submit();
      }}
      actions={
        <Button kind="primary" type="submit" disabled={!complete} pending={pending}>
          {t('tab.open.confirm', { amount: formatAmount(figures.total, language) })}
        </Button>
      }
    >
      <p className="soft">{t('tab.open.what', { amount: formatMoney(figures.total, language) })}</p>
      <TextField autoFocus label={t('tab.open.name')} maxLength={MAX_NAME_LENGTH} value={name} onChange={setName} />
      <TabRuleFields
        modeLabel={t('tab.open.mode')}
        minutesLabel={t('tab.open.minutes')}
        mode={mode}
        onMode={setMode}
        minutes={minutes}
        onMinutes={setMinutes}
      />
      {problem !== null && <ProblemBanner problem={problem} />}
    </Dialog>
  );
}
