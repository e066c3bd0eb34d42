import type { Resolution } from '../../day/index.ts';
import { formatMoney } from '../../money/index.ts';
import { isForTheReport, isOpen, isPaid } from '../../payment/index.ts';
import type { Journal } from '../../records/index.ts';
import { newCorrelationId, newId } from '../ids.ts';
import type { Desk } from '../payments/desk.ts';
import type { WishResult } from '../payments/wished.ts';
import type { TillDeps } from '../ports.ts';
import type { DisbursementDesk } from '../refunds/disbursement-desk.ts';
import type { RightOfWay } from '../right-of-way.ts';
import type { Services } from '../service/services.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { createBooks } from './close-books.ts';
import { createCloseDesk } from './close-desk.ts';
import type { CloseDesk } from './close-desk.ts';
import { closeFacts } from './close-facts.ts';
import { createCountedTime } from './counted-time.ts';
import { createResellerKey } from './reseller-key.ts';

export interface SessionCloseDeps {
  readonly till: TillDeps;
  readonly settings: SettingsKeeper;
  /** The period of a terminal that is being changed is not ended meanwhile. */
  readonly way: Pick<RightOfWay, 'isChanging'>;
  readonly services: Services;
  readonly journal: Journal;
  readonly desk: Desk;
  readonly disbursement: DisbursementDesk;
  readonly nowIso: () => string;
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

/** The close of day of one journal, joined to the desks whose open ends it resolves. */
export function createSessionCloses(deps: SessionCloseDeps): CloseDesk {
  const { settings, services, journal, desk, disbursement, nowIso } = deps;
  const { clock, randomBytes, secrets, readReport } = deps.till;
  return createCloseDesk({
    clock,
    journal,
    nowIso,
    readReport,
    books: createBooks({
      journal,
      nowIso,
      seqrNowMs: (endpoint) => services.seqrNowMs(endpoint),
      countedMs: createCountedTime(clock, journal),
      attemptsInPlay: () => desk.inPlay(),
      isForTheReport: ({ facts, state }) => isForTheReport(state, desk.isLost(facts)),
      absenceMs: () => absenceMsOf(settings),
    }),
    key: createResellerKey(secrets, settings.profile),
    service: (endpoint) => services.open(endpoint),
    clientReference: () => settings.clientReference(newCorrelationId(randomBytes)),
    facts: () => closeFacts(settings, randomBytes, nowIso),
    newId: () => newId(randomBytes),
    inTheWay() {
      if (deps.way.isChanging()) return { code: 'terminal.changing' };
      const open = desk.inPlay().find((record) => record.onScreen && isOpen(record.state) && !isPaid(record.state));
      if (open === undefined) return disbursement.isBusy() ? { code: 'day.refund-under-way' } : null;
      const { correlationId: id, amount } = open.facts;
      return { code: 'day.payment-on-screen', params: { id, amount: formatMoney(amount, settings.preferences().language) } };
    },
    resolve: (resolution) => resolveBy(resolution, desk, disbursement) !== 'write-failed',
    onChange: deps.onChange,
    log: deps.log,
  });
}

/** The owner's hours of an absence, ms (PF-14). */
export function absenceMsOf({ profile }: Pick<SettingsKeeper, 'profile'>): number {
  return profile.get().absenceHours * 3_600_000;
}

/** What the day's report says about something open, to the desk that has it. Null: nothing follows from it. */
function resolveBy(resolution: Resolution, desk: Desk, disbursement: DisbursementDesk): WishResult | null {
  switch (resolution.verdict) {
    case 'notPaid':
      return desk.resolve(resolution.id, { kind: 'notPaid' });
    case 'confirmed':
      return desk.resolve(resolution.id, { kind: 'paid', ersReference: resolution.ersReference });
    case 'done':
      return disbursement.resolve(resolution.id, { kind: 'done', ersReference: resolution.ersReference }, 'report');
    case 'notDone':
      return disbursement.resolve(resolution.id, { kind: 'notDone' }, 'report');
    case 'offered':
    case 'stays':
      return null;
  }
}
