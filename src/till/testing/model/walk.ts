import type { Intent } from '../../../contract/intents.ts';
import type { Snapshot } from '../../../contract/snapshot.ts';
import type { World } from '../../../simulator/testing/index.ts';
import type { Seen } from './action.ts';
import type { ActionName } from './actions.ts';
import { letterAbout, letterAboutPayment } from './letters.ts';
import type { Machine, Mode, WorldSnapshot } from './machine.ts';
import type { PhoneAct, SeqrAct } from './moves.ts';
import type { Oracle } from './oracle.ts';
import { sellElsewhere } from './other-till.ts';
import type { OwnersSecrets } from './owners-secrets.ts';
import { terminalContexts } from './terminal-contexts.ts';

/** One schedule under way. */
export interface Walk {
  readonly machine: Machine;
  readonly oracle: Oracle;
  readonly owner: OwnersSecrets;
  readonly fresh: () => number;
  /** What the window shows that was not drawn since. */
  old: Snapshot | null;
  readonly remembered: Map<Mode, WorldSnapshot>;
  /** How long the machine lies still after it has died at a write. */
  downMs: number;
  readonly tell: (line: string) => void;
  /** By which button each intent was sent. */
  readonly pressedBy: WeakMap<Intent, ActionName>;
  /** Closes whose words have been looked at, by journal. */
  readonly closesRead: Map<Mode, number>;
}

const CARD = { id: 'KASSA_CLUB', value: '97521234', description: 'Club' };

/** Presses, and does not wait for what becomes of it. */
export function pressButton({ machine, oracle, owner, pressedBy }: Walk, action: ActionName, intent: Intent): void {
  oracle.pressing(intent);
  owner.pressing(intent);
  pressedBy.set(intent, action);
  machine.press(intent);
}

export function seenBy({ machine, oracle, owner, fresh }: Walk, snapshot: Snapshot): Seen | null {
  const till = machine.till();
  if (till === null) return null;
  const [customer] = machine.world('live').customers();
  return {
    snapshot,
    till,
    fresh,
    pin: owner.pin(),
    code: owner.code(),
    userId: customer?.userId ?? '',
    letter: (id) => letterAbout(oracle, id),
    letterAboutPayment: (id) => letterAboutPayment(machine, oracle, id),
  };
}

export const modeOf = (machine: Machine): Mode => (machine.snapshot()?.mode === 'practice' ? 'practice' : 'live');

export function usePhone({ machine }: Pick<Walk, 'machine'>, act: PhoneAct): void {
  const world = machine.world(modeOf(machine));
  const { phone } = world;
  if (act === 'putCard' || act === 'takeCard') {
    if (act === 'putCard') phone.addCard(CARD);
    else phone.removeCard(CARD.id);
    return;
  }
  const waiting = world.invoices().findLast(({ status }) => status === 'ISSUED' || status === 'PENDING_ISSUER_ACKNOWLEDGE');
  if (waiting === undefined) return;
  const seqrId = world.terminals().find(({ terminalId }) => terminalId === waiting.terminalId)?.seqrId;
  phone.scan(`Q${seqrId ?? ''}`);
  const { invoiceReference } = waiting;
  if (act === 'decline') phone.decline(invoiceReference);
  else if (act === 'cancel') phone.cancel(invoiceReference);
  else if (act !== 'scan') phone.pay(invoiceReference, act === 'payLater' ? { bankMs: 2_500 } : {});
}

/** Something happens to SEQR itself. */
export function changeSeqr(walk: Walk, act: SeqrAct): void {
  const { machine, remembered, oracle } = walk;
  const which = modeOf(machine);
  const world = machine.world(which);
  const terminalId = machine.snapshot()?.setup.terminal.terminalId ?? '';
  switch (act) {
    case 'remember':
      remembered.set(which, world.snapshot());
      return;
    case 'restore': {
      const snapshot = remembered.get(which);
      if (snapshot === undefined) return;
      oracle.restored(which);
      machine.restoreWorld(which, snapshot);
      return;
    }
    case 'takeBack': {
      const paid = world.invoices().findLast(({ status, acknowledgedAt }) => status === 'PAID' && acknowledgedAt !== null);
      if (paid !== undefined && world.takeBack(paid.invoiceReference)) oracle.takenBack(paid.invoiceReference);
      return;
    }
    case 'letGo':
      for (const { status, invoiceReference } of world.invoices()) if (status === 'RESERVED') world.letGo(invoiceReference);
      return;
    case 'lowerVersions':
      world.lowerVersions(1);
      return;
    case 'readElsewhere':
      readElsewhere(walk, which);
      return;
    case 'sellElsewhere':
      sellElsewhere(world);
      return;
    case 'block':
    case 'unblock':
      world.setBlocked(terminalId, act === 'block');
      return;
    default:
      world.setSwitches(SWITCHES[act]);
  }
}

const LATE = { ms: 1_000, periods: 1 };
const SWITCHES: Readonly<
  Record<
    Exclude<
      SeqrAct,
      'remember' | 'restore' | 'takeBack' | 'letGo' | 'lowerVersions' | 'readElsewhere' | 'sellElsewhere' | 'block' | 'unblock'
    >,
    Parameters<World['setSwitches']>[0]
  >
> = {
  dropReserved: { reservedInvoices: 'cancel' },
  keepReserved: { reservedInvoices: 'keep' },
  reportSwapped: { reportShape: 'swapped' },
  reportPlain: { reportShape: 'published' },
  noRefundsInReports: { refundsInReports: false },
  bookLate: { bookedLate: { payment: LATE, commit: LATE, refund: { ...LATE, periods: 2 }, credit: LATE } },
  bookAtOnce: { bookedLate: {} },
  listUnread: { unreadInReports: 'until-reversed' },
  reservedInPassing: { reservedInPassingMs: 1_500 },
  endsAsCode: { endedReads: 'code' },
};

function readElsewhere({ machine, oracle }: Walk, which: Mode): void {
  const world = machine.world(which);
  const contexts = terminalContexts(machine, which);
  for (const { status, acknowledgedAt, terminalId, invoiceReference, version: invoiceVersion } of world.invoices()) {
    const context = contexts.find((each) => each.terminalId === terminalId)?.context;
    if (status !== 'PAID' || acknowledgedAt !== null || context === undefined) continue;
    world.call('getPaymentStatus', { context, invoiceReference, invoiceVersion });
    oracle.readElsewhere(invoiceReference);
  }
}
