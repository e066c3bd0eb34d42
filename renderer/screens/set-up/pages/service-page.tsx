import { GraduationCap, Link2 } from 'lucide-react';
import { useState } from 'react';
import { checkEndpoint } from '../../../../src/protocol/endpoint.ts';
import type { Translate } from '../../../../src/text/index.ts';
import { useSnapshot, useTranslate } from '../../../store/index.ts';
import { Banner, Button, TextField } from '../../../ui/index.ts';
import { BigChoice } from '../big-choice.tsx';
import { SetupPage } from '../setup-page.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSetupStep } from '../use-setup-step.ts';

/** Practise at once, or say where SEQR is; the address is proved before the next page opens. */
export function ServicePage({ onPractising }: { readonly onPractising: () => void }) {
  const { t } = useTranslate();
  const service = useSnapshot((snapshot) => snapshot.setup.service);
  const { answer, skip, pending, problem } = useSetupStep('service');
  const [connecting, setConnecting] = useState(service.kind === 'endpoint');
  const [practising, setPractising] = useState(false);
  const [asked, setAsked] = useState(false);
  const endpoint = useAnswer(service.endpoint ?? '', (text) => endpointWords(text, t), asked);
  const insecure = endpoint.value.startsWith('http:') && !endpoint.ok ? endpointWords(endpoint.value, t) : null;
  const proved = service.kind === 'endpoint' && service.provedInMs !== null && endpoint.value === service.endpoint;

  const practise = async () => {
    setPractising(true);
    const ok = await answer({ kind: 'setup.practise' });
    setPractising(false);
    if (ok) onPractising();
  };
  const proceed = () => {
    setAsked(true);
    if (!endpoint.ok) return;
    if (proved) skip();
    else void answer({ kind: 'setup.service', service: { kind: 'endpoint', endpoint: endpoint.value.trim() } });
  };

  return (
    <SetupPage
      title={t('setup.service.title')}
      onBack={null}
      onContinue={proceed}
      continueLabel={connecting ? t('setup.continue') : null}
      pending={pending}
      pendingText={practising ? t('setup.service.preparing') : t('setup.busy.connection')}
      problem={problem}
    >
      <div className="big-choices">
        <BigChoice
          icon={GraduationCap}
          title={t('setup.service.practise')}
          what={t('setup.service.practiseWhat')}
          disabled={pending}
          onPress={() => void practise()}
        />
        <BigChoice
          icon={Link2}
          title={t('setup.service.connect')}
          what={t('setup.service.connectWhat')}
          chosen={connecting}
          disabled={pending}
          onPress={() => setConnecting(true)}
        />
      </div>
      {connecting ? (
        <>
          <TextField
            label={t('setup.service.endpoint')}
            hint={t('setup.service.endpointHelp')}
            type="url"
            inputMode="url"
            placeholder="https://"
            maxLength={300}
            autoFocus
            {...endpoint.field}
            problem={endpoint.field.problem ?? insecure}
          />
          {proved && <Banner tone="good">{t('setup.service.answered', { ms: Math.round(service.provedInMs) })}</Banner>}
        </>
      ) : (
        <Button
          kind="quiet"
          className="setup-page__aside"
          disabled={pending}
          onPress={() => void answer({ kind: 'setup.service', service: { kind: 'simulator' } })}
        >
          {t('setup.service.stepByStep')}
        </Button>
      )}
    </SetupPage>
  );
}

function endpointWords(text: string, t: Translate): string | null {
  if (text.trim() === '') return t('setup.check.required');
  const checked = checkEndpoint(text);
  if (checked.ok) return null;
  switch (checked.code) {
    case 'not-a-url':
      return t('setup.check.endpointNotUrl');
    case 'not-http':
      return t('setup.check.endpointNotHttp');
    case 'https-required':
      return t('setup.check.endpointHttps');
    case 'credentials-in-url':
      return t('setup.check.endpointCredentials');
  }
}
