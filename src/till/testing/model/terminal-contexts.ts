import type { RequestOf } from '../../../simulator/testing/index.ts';
import type { Machine, Mode } from './machine.ts';

interface Secrets {
  readonly terminalSecrets?: readonly { readonly terminalId: string; readonly sealedPassword: string }[];
}

/** As whom somebody speaks to SEQR who has the password of a terminal. */
export interface AsTerminal {
  readonly terminalId: string;
  readonly context: RequestOf<'unregisterTerminal'>['context'];
}

/** What somebody else needs to speak as one of the till's terminals. */
export function terminalContexts({ settings }: Pick<Machine, 'settings'>, mode: Mode): readonly AsTerminal[] {
  const stored = JSON.parse(settings ?? '{}') as Partial<Record<Mode, Secrets>>;
  return (stored[mode]?.terminalSecrets ?? []).map(({ terminalId, sealedPassword }) => ({
    terminalId,
    context: {
      clientRequestTimeout: 0,
      initiatorPrincipalId: { id: terminalId, type: 'TERMINALID' },
      password: Buffer.from(sealedPassword, 'base64').toString(),
    },
  }));
}
