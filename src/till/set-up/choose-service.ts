import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { checkEndpoint } from '../../protocol/endpoint.ts';
import type { ProblemCode } from '../../text/index.ts';
import type { Uncovered } from '../end-of-day/uncovered.ts';
import { OK, refuse, refused } from '../results.ts';
import { problemOfAnswer } from '../service/answers.ts';
import { SIMULATOR } from '../service/services.ts';
import type { Services } from '../service/services.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { Profile } from '../settings/settings.ts';
import type { Mode } from './mode-change.ts';
import { passed } from './steps.ts';
import type { Turn } from './turn.ts';

export interface ChooseServiceDeps {
  readonly services: Services;
  readonly asking: Turn['asking'];
  /** Opens the journal that belongs to what was chosen, and goes on with it. */
  readonly useMode: Mode['use'];
  readonly settings: Pick<SettingsKeeper, 'get'>;
  readonly uncovered: () => Uncovered;
  /** Why the real service may not be left for practice now; null: it may. */
  readonly leftBehind: () => ProblemCode | null;
}

const ENDPOINT_PROBLEMS = {
  'not-a-url': 'endpoint.invalid',
  'not-http': 'endpoint.invalid',
  'https-required': 'endpoint.not-https',
  'credentials-in-url': 'endpoint.credentials-in-url',
} as const;

/** The wizard's first page: SEQR's address, or the built-in simulator. */
export function createChooseService(deps: ChooseServiceDeps): (service: IntentOf<'setup.service'>['service']) => Promise<IntentResult> {
  const { services } = deps;

  /** The connection is proved by benchmarkingNop, before anything is asked of the person. */
  async function choose(endpoint: string, mode: 'practice' | 'live'): Promise<IntentResult> {
    const held = mode === 'practice' ? deps.leftBehind() : null;
    if (held !== null) return refuse(held);
    const { terminal, endpoint: before } = deps.settings.get()[mode];
    // Another service knows nothing of the terminal, whose sales could then be closed by nobody here.
    if (terminal?.terminalId != null && before !== endpoint && deps.settings.get().mode === mode && deps.uncovered() !== 'none')
      return refuse('terminal.sales-not-closed');
    const probed = await deps.asking('connection', async () => (await services.open(endpoint)).benchmarkingNop());
    if (probed.kind === 'notSent') return refuse(probed.reason === 'no-description' ? 'endpoint.not-loaded' : 'endpoint.unreachable');
    if (probed.kind === 'noAnswer')
      return refuse(probed.reason === 'timeout' || probed.reason === 'connection' ? 'endpoint.no-answer' : 'endpoint.not-seqr');
    if (probed.resultCode !== 0) return refused(problemOfAnswer('benchmarkingNop', probed));
    const isSaved = deps.useMode(mode, (profile) => ({ ...chosen(profile, endpoint), provedInMs: Math.round(probed.tookMs) }));
    return isSaved ? OK : refuse('settings.not-saved');
  }

  return async (service) => {
    if (service.kind === 'simulator') return choose(SIMULATOR, 'practice');
    const checked = checkEndpoint(service.endpoint);
    return checked.ok ? choose(checked.url, 'live') : refuse(ENDPOINT_PROBLEMS[checked.code]);
  };
}

/** Another service knows nothing of a terminal registered elsewhere, and must not learn a password that was not given for it. */
function chosen(profile: Profile, endpoint: string): Partial<Profile> {
  const isAnother = profile.endpoint !== null && profile.endpoint !== endpoint;
  const left = isAnother ? { terminal: null, seqrId: null, testPaid: false, resellerSecret: null } : {};
  return { ...left, endpoint, ...passed(profile, 'service') };
}
