import { useState } from 'react';
import { WIRE_FORMS, wireFormOf } from '../../../src/protocol/index.ts';
import type { WireFormName } from '../../../src/protocol/index.ts';
import { useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner, Button, ProblemBanner, RadioGroup, TextField } from '../../ui/index.ts';

/** What goes with every call to SEQR, and which code customers scan (PF-19, PF-20). */
export function WireSettings({ pin }: { readonly pin: string }) {
  const { t } = useTranslate();
  const preferences = useSnapshot((snapshot) => snapshot.preferences);
  const { send, pending, problem } = useFormIntent();
  const [template, setTemplate] = useState(preferences.clientReferenceTemplate);
  const [clientId, setClientId] = useState(preferences.clientId);
  const [qrSource, setQrSource] = useState(preferences.qrSource);
  const [saved, setSaved] = useState(false);
  const form = wireFormOf({ clientId, clientReferenceTemplate: template });
  const take = (name: WireFormName) => {
    setClientId(WIRE_FORMS[name].clientId);
    setTemplate(WIRE_FORMS[name].clientReferenceTemplate);
  };
  const save = async () => {
    const wire = { clientReferenceTemplate: template.trim(), clientId: clientId.trim(), qrSource };
    setSaved((await send({ kind: 'wire.change', pin, ...wire })).ok);
  };
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t('settings.terminal.wire')}</h2>
      <RadioGroup
        label={t('settings.terminal.qrSource')}
        options={(['terminal', 'invoice'] as const).map((value) => ({ value, label: t(`settings.terminal.qrSources.${value}`) }))}
        value={qrSource}
        onChange={setQrSource}
      />
      <RadioGroup
        label={t('settings.terminal.wireWhat')}
        options={(form === 'own' ? (['api', 'certification', 'own'] as const) : (['api', 'certification'] as const)).map((value) => ({
          value,
          label: t(`settings.terminal.wireForms.${value}`),
        }))}
        value={form}
        onChange={(chosen) => {
          if (chosen !== 'own') take(chosen);
        }}
      />
      <div className="settings-grid">
        <TextField
          label={t('settings.terminal.clientReference')}
          hint={t('settings.terminal.clientReferenceHelp')}
          maxLength={32}
          value={template}
          onChange={setTemplate}
        />
        <TextField
          label={t('settings.terminal.clientId')}
          hint={t('settings.terminal.clientIdHelp')}
          maxLength={80}
          value={clientId}
          onChange={setClientId}
        />
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
      {saved && problem === null && <Banner tone="good">{t('settings.saved')}</Banner>}
      <Button type="submit" pending={pending}>
        {t('settings.terminal.saveWire')}
      </Button>
    </form>
  );
}
