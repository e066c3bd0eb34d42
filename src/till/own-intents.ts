import type { IntentResult } from '../contract/ipc.ts';
import { terminalCode } from '../protocol/index.ts';
import type { Notices } from './notices.ts';
import type { ShellPort } from './ports.ts';
import { OK, refuse } from './results.ts';
import type { TillIntents } from './rule.ts';
import { SIMULATOR } from './service/services.ts';
import type { Services } from './service/services.ts';
import type { SettingsKeeper } from './settings/settings-keeper.ts';

export interface OwnParts {
  readonly notices: Pick<Notices, 'dismiss'>;
  /** Polls first, thinks later (PF-04). */
  readonly wake: () => void;
  readonly shell: ShellPort;
  readonly services: Pick<Services, 'simulatorUrl'>;
  readonly settings: Pick<SettingsKeeper, 'profile'>;
}

const ANYONE = { right: 'anyone', movesMoney: false } as const;

/** What belongs to the till itself and to none of its rooms: notices, the network, windows. */
export const ownIntents = {
  'notice.dismiss': {
    ...ANYONE,
    apply({ notices }, { noticeId }) {
      notices.dismiss(noticeId);
      return OK;
    },
  },
  'network.online': {
    ...ANYONE,
    apply({ wake }) {
      wake();
      return OK;
    },
  },
  'window.customerDisplay': {
    ...ANYONE,
    apply({ shell }, { open }) {
      shell.openCustomerDisplay(open);
      return OK;
    },
  },
  'window.phone': { ...ANYONE, apply: openPhone },
} satisfies TillIntents<OwnParts>;

/** Practice only: the simulated customer's phone beside the till. */
function openPhone({ services, settings, shell }: OwnParts): IntentResult {
  const simulatorUrl = services.simulatorUrl();
  const { seqrId, endpoint } = settings.profile.get();
  if (endpoint !== SIMULATOR || simulatorUrl === null) return refuse('practice.only');
  shell.openPhone({ simulatorUrl, code: seqrId === null ? '' : terminalCode(seqrId) });
  return OK;
}
