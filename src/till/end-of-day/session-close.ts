import type { Settlement } from '../../day/index.ts';
import { formatMoney } from '../../money/index.ts';
import { isForTheReport, isOpen, isPaid } from '../../payment/index.ts';
import type { Journal } from '../../records/index.ts';
import { newCorrelationId } from '../ids.ts';
import type { Desk } from '../payments/desk.ts';
import type { WishResult } from '../payments/wished.ts';
import type { TillDeps } from '../ports.ts';
import type { OutgoingDesk } from '../refunds/outgoing-desk.ts';
import type { Services } from '../service/services.ts';
import type { SettingsKeeper } from '../settings/settings-keeper.ts';
import { createBooks } from './close-books.ts';
import { createCloseDesk } from './close-desk.ts';
import type { CloseDesk } from './close-desk.ts';
import { closeFacts } from './close-facts.ts';
import { createResellerKey } from './reseller-key.ts';

export interface SessionCloseDeps {
  readonly till: TillDeps;
  readonly settings: SettingsKeeper;
  readonly services: Services;
  readonly journal: Journal;
  readonly desk: Desk;
  readonly outgoing: OutgoingDesk;
  readonly nowIso: () => string;
  readonly onChange: () => void;
  readonly log: (what: string, data: object) => void;
}

/** The close of day of one journal, joined to the desks whose open ends it settles. */
export function createSessionCloses(deps: SessionCloseDeps): CloseDesk {
  const { settings, services, journal, desk, outgoing, nowIso } = deps;
  const { clock, randomBytes, secrets, readReport } = deps.till;
  return createCloseDesk({
    clock,
    journal,
    nowIso,
    readReport,
    books: createBooks({ journal, nowIso, attemptsInPlay: () => desk.inPlay(), isForTheReport }),
    key: createResellerKey(secrets, settings.profile),
    service: (endpoint) => services.open(endpoint),
    clientReference: () => settings.clientReference(newCorrelationId(randomBytes)),
    facts: () => closeFacts(settings, randomBytes, nowIso),
    inTheWay() {
      const open = desk.inPlay().find((record) => record.onScreen && isOpen(record.state) && !isPaid(record.state));
      if (open === undefined) return outgoing.isBusy() ? { code: 'day.refund-under-way' } : null;
      const { correlationId: id, amount } = open.facts;
      return { code: 'day.payment-on-screen', params: { id, amount: formatMoney(amount, settings.preferences().language) } };
    },
    settle: (settlement) => settleBy(settlement, desk, outgoing) !== 'write-failed',
    onChange: deps.onChange,
    log: deps.log,
  });
}

/** What the day's report says about something open, to the desk that has it. Null: nothing follows from it. */
function settleBy(settlement: Settlement, desk: Desk, outgoing: OutgoingDesk): WishResult | null {
  switch (settlement.verdict) {
    case 'notKept':
      return desk.settle(settlement.id, { kind: 'notKept' });
    case 'done':
      return outgoing.settle(settlement.id, { kind: 'done', ersReference: settlement.ersReference }, 'report');
    case 'notDone':
      return outgoing.settle(settlement.id, { kind: 'notDone' }, 'report');
    case 'offered':
    case 'stays':
      return null;
  }
}
