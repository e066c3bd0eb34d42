import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import { checkEndpoint } from '../../protocol/endpoint.ts';
import type { ProblemCode } from '../../text/index.ts';
import { refuse, refused } from '../results.ts';
import { problemOfAnswer } from '../service/answers.ts';
import { SIMULATOR } from '../service/services.ts';
import type { Services } from '../service/services.ts';
import type { ProfileStore } from '../settings/settings.ts';
import type { Steps } from './steps.ts';
import type { Turn } from './turn.ts';

export interface ChooseServiceDeps {
  readonly services: Services;
  readonly profile: ProfileStore;
  readonly steps: Steps;
  readonly asking: Turn['asking'];
  /** Opens the journal that belongs to what was chosen, and goes on with it. */
  readonly useMode: (mode: 'practice' | 'live') => void;
  /** Why nothing about the terminal may change now (PF-24); null: it may. */
  readonly terminalHeld: () => ProblemCode | null;
}

const ENDPOINT_PROBLEMS = {
  'not-a-url': 'endpoint.invalid',
  'not-http': 'endpoint.invalid',
  'https-required': 'endpoint.not-https',
  'credentials-in-url': 'endpoint.credentials-in-url',
} as const;

/** The wizard's first page: SEQR's address, or the built-in simulator. */
export function createChooseService(deps: ChooseServiceDeps): (service: IntentOf<'setup.service'>['service']) => Promise<IntentResult> {
  const { services, profile, steps } = deps;

  /** The connection is proved by benchmarkingNop, before anything is asked of the person. */
  async function choose(endpoint: string, mode: 'practice' | 'live'): Promise<IntentResult> {
    const held = deps.terminalHeld();
    if (held !== null) return refuse(held);
    const probed = await deps.asking('connection', async () => (await services.open(endpoint)).benchmarkingNop());
    if (probed.kind === 'notSent') return refuse(probed.reason === 'no-description' ? 'endpoint.not-loaded' : 'endpoint.unreachable');
    if (probed.kind === 'noAnswer')
      return refuse(probed.reason === 'timeout' || probed.reason === 'connection' ? 'endpoint.no-answer' : 'endpoint.not-seqr');
    if (probed.resultCode !== 0) return refused(problemOfAnswer('benchmarkingNop', probed));
    deps.useMode(mode);
    const { terminal, endpoint: before } = profile.get();
    // Another service knows nothing of a terminal registered elsewhere.
    const fresh = before !== null && before !== endpoint && terminal !== null ? { terminal: null, seqrId: null, testPaid: false } : {};
    return steps.pass('service', { ...fresh, endpoint, provedInMs: Math.round(probed.tookMs) });
  }

  return async (service) => {
    if (service.kind === 'simulator') return choose(SIMULATOR, 'practice');
    const checked = checkEndpoint(service.endpoint);
    return checked.ok ? choose(checked.url, 'live') : refuse(ENDPOINT_PROBLEMS[checked.code]);
  };
}
