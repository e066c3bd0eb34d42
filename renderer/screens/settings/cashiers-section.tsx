import { Users } from 'lucide-react';
import { useState } from 'react';
import { useFormIntent, useSnapshot, useTranslate } from '../../store/index.ts';
import { Banner, Button, EmptyState, PinField, ProblemBanner, TextField } from '../../ui/index.ts';

/** Who can sell here; the owner adds them. */
export function CashiersSection() {
  const { t } = useTranslate();
  const cashiers = useSnapshot((snapshot) => snapshot.cashiers);
  const selling = useSnapshot((snapshot) => snapshot.cashier);
  return (
    <>
      <p className="soft">{t('settings.cashiers.what')}</p>
      {cashiers.length === 0 ? (
        <EmptyState icon={Users}>{t('settings.cashiers.empty')}</EmptyState>
      ) : (
        <ul className="plain-list">
          {cashiers.map((cashier) => (
            <li key={cashier.number} className="plain-list__row">
              <span className="plain-list__key">{cashier.number}</span>
              <span>{cashier.name}</span>
              {cashier.number === selling?.number && <span className="small soft">{t('settings.cashiers.selling')}</span>}
            </li>
          ))}
        </ul>
      )}
      <CashierForm />
    </>
  );
}

function CashierForm() {
  const { t } = useTranslate();
  const { send, pending, problem } = useFormIntent();
  const [number, setNumber] = useState('');
  const [name, setName] = useState('');
  const [pin, setPin] = useState('');
  const [saved, setSaved] = useState(false);
  const complete = number.trim() !== '' && name.trim() !== '' && pin.length >= 4;
  const save = async () => {
    const result = await send({ kind: 'cashier.save', pin, number: number.trim(), name: name.trim() });
    setPin('');
    setSaved(result.ok);
    if (!result.ok) return;
    setNumber('');
    setName('');
  };
  return (
    <form
      className="settings-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) void save();
      }}
    >
      <h2>{t('settings.cashiers.add')}</h2>
      <div className="settings-grid">
        <TextField
          label={t('settings.cashiers.number')}
          hint={t('settings.cashiers.addWhat')}
          maxLength={10}
          value={number}
          onChange={setNumber}
        />
        <TextField label={t('settings.cashiers.name')} maxLength={40} value={name} onChange={setName} />
        <PinField label={t('settings.cashiers.pin')} value={pin} onChange={setPin} />
      </div>
      {problem !== null && <ProblemBanner problem={problem} />}
      {saved && problem === null && <Banner tone="good">{t('settings.saved')}</Banner>}
      <Button type="submit" kind="primary" pending={pending} disabled={!complete}>
        {t('settings.cashiers.save')}
      </Button>
    </form>
  );
}
