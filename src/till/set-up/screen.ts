import type { SetupView } from '../../contract/setup-view.ts';
import type { Currency } from '../../money/index.ts';
import type { Problem } from '../../text/index.ts';
import { SIMULATOR } from '../service/services.ts';
import { defaultBusiness } from '../settings/settings.ts';
import type { Profile } from '../settings/settings.ts';

/** What the wizard shows beside what is stored: it lives in memory only. */
interface Passing {
  readonly nowIso: string;
  readonly protection: 'keychain' | 'none';
  /** What was sold is in the book in this currency, and it cannot be chosen any more; null: nothing was. */
  readonly currencyOfBook: Currency | null;
  readonly locked: boolean;
  /** Of the owner, who may be the real service's while practice is in use. */
  readonly pinSet: boolean;
  readonly codeKept: boolean;
  readonly recoverBy: SetupView['owner']['recoverBy'];
  readonly passwordGiven: boolean;
  readonly busy: SetupView['busy'];
  readonly problem: Problem | null;
}

/** The wizard's picture: what was answered, with proposals where nothing was yet. No secret is in it. */
export function setupView(profile: Profile, passing: Passing): SetupView {
  const { endpoint, reseller, cashiers } = profile;
  const cashier = cashiers[0];
  return {
    done: profile.done,
    step: profile.step,
    completed: profile.completed,
    service: {
      kind: endpoint === null ? null : endpoint === SIMULATOR ? 'simulator' : 'endpoint',
      endpoint: endpoint === SIMULATOR ? null : endpoint,
      provedInMs: profile.provedInMs,
    },
    business: profile.business ?? proposed(passing),
    currencyFixed: passing.currencyOfBook !== null,
    locked: passing.locked,
    owner: {
      pinSet: passing.pinSet,
      codeKept: passing.codeKept,
      recoverBy: passing.recoverBy,
      cashierNumber: cashier?.number ?? '',
      cashierName: cashier?.name ?? '',
    },
    reseller: { id: reseller?.id ?? '', userId: reseller?.userId ?? '', passwordGiven: passing.passwordGiven },
    terminal: profile.terminal ?? { name: '', externalTerminalId: '', terminalId: null },
    seqrId: profile.seqrId,
    secrets: { protection: passing.protection, consent: profile.secretsConsent },
    testPaid: profile.testPaid,
    busy: passing.busy,
    problem: passing.problem,
  };
}

/** Of a shop that was not described yet, or whose settings were lost. */
function proposed({ nowIso, currencyOfBook }: Passing): SetupView['business'] {
  const business = defaultBusiness(nowIso);
  return { ...business, currency: currencyOfBook ?? business.currency };
}
