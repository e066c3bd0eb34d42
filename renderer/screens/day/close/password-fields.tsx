import { KeyRound } from 'lucide-react';
import type { IntentOf } from '../../../../src/contract/index.ts';
import { useSnapshot } from '../../../store/snapshot-store.ts';
import { useIntent } from '../../../store/use-intent.ts';
import { useTranslate } from '../../../store/use-translate.ts';
import { Button, Icon, PinField, Switch, TextField } from '../../../ui/index.ts';
import { Consent } from '../../set-up/consent.tsx';

/** What a person has typed so far. */
export interface PasswordAnswer {
  readonly password: string;
  readonly keep: boolean;
  readonly pin: string;
  readonly consent: boolean;
}
export const NO_PASSWORD: PasswordAnswer = { password: '', keep: false, pin: '', consent: false };

/** The simulator's published one (protocol §1). */
const SIMULATORS = '1234';

/** As an intent carries it. An empty field means the one that is kept, or that was given a moment ago. */
export function asIntent({ password, keep, pin, consent }: PasswordAnswer): Pick<IntentOf<'day.close'>, 'password' | 'keep'> {
  return { password: password === '' ? null : password, keep: keep && password !== '' ? { pin, consent } : null };
}

export interface PasswordFieldsProps {
  readonly value: PasswordAnswer;
  readonly onChange: (value: PasswordAnswer) => void;
}

/** The reseller's password: asked for each time, unless the owner chose to keep it. */
export function PasswordFields({ value, onChange }: PasswordFieldsProps) {
  const { t } = useTranslate();
  const kept = useSnapshot((snapshot) => snapshot.day.passwordKept);
  const simulated = useSnapshot((snapshot) => snapshot.setup.service.kind === 'simulator');
  const secrets = useSnapshot((snapshot) => snapshot.setup.secrets);
  if (kept) return <Kept />;
  const change = (patch: Partial<PasswordAnswer>) => {
    onChange({ ...value, ...patch });
  };
  return (
    <>
      <div className="close-row">
        <TextField
          label={t('day.close.password')}
          hint={t('day.close.passwordHint')}
          type="password"
          maxLength={200}
          value={value.password}
          onChange={(password) => {
            change({ password });
          }}
        />
        {simulated && (
          <Button
            onPress={() => {
              change({ password: SIMULATORS });
            }}
          >
            {t('day.close.fillIn')}
          </Button>
        )}
      </div>
      <Switch
        on={value.keep}
        onChange={(keep) => {
          change({ keep });
        }}
      >
        {t('day.close.keep')}
      </Switch>
      {value.keep && (
        <PinField
          label={t('day.close.keepPin')}
          value={value.pin}
          onChange={(pin) => {
            change({ pin });
          }}
        />
      )}
      {value.keep && secrets.protection === 'none' && !secrets.consent && (
        <Consent
          given={value.consent}
          missing={false}
          onChange={(consent) => {
            change({ consent });
          }}
        >
          {t('day.close.consent')}
        </Consent>
      )}
    </>
  );
}

function Kept() {
  const { t } = useTranslate();
  const { send, pending } = useIntent();
  return (
    <div className="close-kept">
      <Icon of={KeyRound} />
      <p>{t('day.close.passwordKept')}</p>
      <Button
        kind="quiet"
        pending={pending}
        onPress={() => {
          void send({ kind: 'day.forgetPassword' });
        }}
      >
        {t('day.close.forget')}
      </Button>
    </div>
  );
}
