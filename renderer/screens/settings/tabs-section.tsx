import { useState } from 'react';
import { useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner, Button, ProblemBanner, Switch } from '../../ui/index.ts';
import { minutesOf, TabRuleFields } from '../tabs/tab-rule-fields.tsx';
import { OwnerGate } from './owner-gate.tsx';

/** How tabs are reserved, and whether anything else may be charged meanwhile (PF-29); behind the owner's PIN. */
export function TabsSection() {
  const { t } = useTranslate();
  return <OwnerGate what={t('tab.settings.what')}>{(pin) => <TabsForm pin={pin} />}</OwnerGate>;
}

function TabsForm({ pin }: { readonly pin: string }) {
  const { t } = useTranslate();
  const rules = useSnapshot((snapshot) => snapshot.tabRules);
  const { send, pending, problem } = useFormIntent();
  const [mode, setMode] = useState(rules.mode);
  const [minutes, setMinutes] = useState(String(rules.minutes));
  const [salesWithTab, setSalesWithTab] = useState(rules.salesWithTab);
  const [saved, setSaved] = useState(false);
  const whole = minutesOf(minutes);
  const save = async () => {
    setSaved(false);
    if (whole !== null) setSaved((await send({ kind: 'tabs.change', pin, mode, minutes: whole, salesWithTab })).ok);
  };
  return (
    <form
      className="settings-form settings-form--first"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TabRuleFields
        modeLabel={t('tab.settings.mode')}
        minutesLabel={t('tab.settings.minutes')}
        mode={mode}
        onMode={setMode}
        minutes={minutes}
        onMinutes={setMinutes}
      />
      <div>
        <Switch on={salesWithTab} onChange={setSalesWithTab}>
          {t('tab.settings.salesWithTab')}
        </Switch>
        <p className="soft small">{t('tab.settings.salesWithTabWhat')}</p>
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
      {saved && problem === null && <Banner tone="good">{t('settings.saved')}</Banner>}
      <Button type="submit" kind="primary" disabled={whole === null} pending={pending}>
        {t('tab.settings.save')}
      </Button>
    </form>
  );
}
