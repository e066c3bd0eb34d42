import type { Clock } from '../../clock/clock.ts';
import type { IntentOf } from '../../contract/intents.ts';
import type { IntentResult } from '../../contract/ipc.ts';
import type { SetupView } from '../../contract/setup-view.ts';
import type { Currency } from '../../money/index.ts';
import type { ProblemCode } from '../../text/index.ts';
import type { Uncovered } from '../end-of-day/uncovered.ts';
import type { RandomBytes } from '../ids.ts';
import type { SecretVault } from '../ports.ts';
import { refuse } from '../results.ts';
import type { RightOfWay } from '../right-of-way.ts';
import type { Services } from '../service/services.ts';
import type { Owner } from '../settings/owner.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import type { ProfileStore } from '../settings/settings.ts';
import { createChooseService } from './choose-service.ts';
import type { Mode } from './mode-change.ts';
import { createPages } from './pages.ts';
import type { Pages } from './pages.ts';
import { createPractise } from './practice.ts';
import type { PractiseDeps } from './practice.ts';
import { createRegistration } from './registration.ts';
import type { Registration } from './registration.ts';
import { setupView } from './screen.ts';
import { createSteps } from './steps.ts';
import type { Steps } from './steps.ts';
import { createTurn } from './turn.ts';
import type { Turn } from './turn.ts';

export interface SetupDeps {
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly nowIso: () => string;
  readonly secrets: SecretVault;
  readonly services: Services;
  readonly profile: ProfileStore;
  readonly owner: Owner;
  /** What was sold is in the book in this currency; null: nothing was. */
  readonly currencyOfBook: () => Currency | null;
  /** Why whoever is at the till may not go on with the set-up (`rights.ts`); null: they may. */
  readonly refusal: () => ProblemCode | null;
  /** From the owner's template (PF-19). */
  readonly clientReference: (correlationId: string) => string;
  /** Opens the journal that belongs to what was chosen, and goes on with it. */
  readonly useMode: Mode['use'];
  readonly settings: Pick<SettingsKeeper, 'get'>;
  readonly way: Pick<RightOfWay, 'owe'>;
  readonly uncovered: () => Uncovered;
  /** Why the real service may not be left for practice: a payment that somebody can ask about would not be asked about. */
  readonly leftBehind: () => ProblemCode | null;
  /** This till has taken payments with another terminal than the present one. */
  readonly hadOtherTerminal: () => boolean;
  readonly word: PractiseDeps['word'];
  /** The till is set up, and sells. */
  readonly onFinished: () => void;
  readonly onChange: () => void;
}

/** The wizard, and what of it stays reachable under settings. */
export interface Setup {
  view(): SetupView;
  readonly inTurn: Turn['inTurn'];
  readonly pages: Pages;
  readonly steps: Pick<Steps, 'go'>;
  finish(): IntentResult;
  chooseService(service: IntentOf<'setup.service'>['service']): Promise<IntentResult>;
  practise(): Promise<IntentResult>;
  readonly registration: Pick<Registration, 'assign'>;
  /** First the day is closed; `unclosed`: the owner knows that this terminal's sales stay without a close, as SEQR refuses one. */
  unregister(wish: { readonly unclosed?: boolean | undefined }): Promise<IntentResult>;
  /** Asks how well this system protects passwords. */
  checkProtection(): Promise<void>;
}

export function createSetup(deps: SetupDeps): Setup {
  const { profile } = deps;
  let protection: 'keychain' | 'none' = 'none';
  const { inTurn, asking, busy, problem } = createTurn(deps.clock, deps.onChange);
  const steps = createSteps(profile);
  const registration = createRegistration({ ...deps, asking });
  const pages = createPages({ ...deps, steps, registration, protection: () => protection });
  const chooseService = createChooseService({ ...deps, asking });
  const practise = createPractise({ ...deps, steps, registration, chooseSimulator: () => chooseService({ kind: 'simulator' }) });

  return {
    view: () =>
      setupView(profile.get(), {
        nowIso: deps.nowIso(),
        protection,
        currencyOfBook: deps.currencyOfBook(),
        locked: deps.refusal() === 'setup.locked',
        pinSet: deps.owner.isKnown(),
        codeKept: deps.owner.isCodeKept(),
        recoverBy: deps.owner.recoverBy(),
        passwordGiven: pages.passwordGiven(),
        busy: busy(),
        problem: problem(),
      }),
    inTurn,
    pages,
    steps,
    finish() {
      const result = steps.finish();
      if (result.ok) deps.onFinished();
      return result;
    },
    chooseService,
    practise,
    registration,
    async unregister({ unclosed = false }) {
      const uncovered = deps.uncovered();
      // The owner may say so at any time: the next close tries to close them as a former terminal's (PF-17, PF-30).
      if (uncovered === 'none' || unclosed) return registration.unregister();
      return refuse(uncovered === 'some' ? 'terminal.sales-not-closed' : 'terminal.sales-unclosable');
    },
    async checkProtection() {
      protection = await deps.secrets.protection();
    },
  };
}
