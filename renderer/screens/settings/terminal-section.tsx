import { useSnapshot, useTranslate } from '../../store/index.ts';
import { StickerPanel } from '../set-up/sticker-panel.tsx';
import { AssignSeqrId } from './assign-seqr-id.tsx';
import { Facts } from './facts.tsx';
import { OwnerGate } from './owner-gate.tsx';
import { UnregisterTerminal } from './unregister-terminal.tsx';
import { WireSettings } from './wire-settings.tsx';

/** The registration with SEQR, behind the owner's PIN. */
export function TerminalSection() {
  const { t } = useTranslate();
  return (
    <OwnerGate what={t('settings.terminal.what')}>
      {(pin) => (
        <>
          <Registration />
          <StickerPanel />
          <AssignSeqrId pin={pin} />
          <WireSettings pin={pin} />
          <UnregisterTerminal pin={pin} />
        </>
      )}
    </OwnerGate>
  );
}

function Registration() {
  const { t } = useTranslate();
  const setup = useSnapshot((snapshot) => snapshot.setup);
  const none = t('settings.terminal.none');
  return (
    <Facts
      facts={[
        [t('settings.terminal.endpoint'), setup.service.kind === 'simulator' ? t('setup.simulator') : (setup.service.endpoint ?? none)],
        [t('settings.terminal.reseller'), `${setup.reseller.id} · ${setup.reseller.userId}`],
        [t('settings.terminal.name'), setup.terminal.name],
        [t('settings.terminal.externalTerminalId'), setup.terminal.externalTerminalId],
        [t('settings.terminal.terminalId'), setup.terminal.terminalId ?? none],
        [t('settings.terminal.seqrId'), setup.seqrId ?? none],
      ]}
    />
  );
}
