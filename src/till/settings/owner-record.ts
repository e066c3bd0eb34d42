import type { Entry, Journal } from '../../records/index.ts';
import { refusedByDisk } from '../durable.ts';
import type { SecretHash } from './pin.ts';
import type { ProfileStore } from './settings.ts';

export interface OwnerRecordDeps {
  readonly profile: ProfileStore;
  /** Null: none is open. */
  readonly journal: () => Pick<Journal, 'slot' | 'write'> | null;
  /** It is the real service's. */
  readonly isLive: () => boolean;
  readonly nowIso: () => string;
}

/** What has happened to the owner's PIN, in the journal. Before any journal is open, and while its disk refuses, it waits in the settings. */
export interface OwnerRecord {
  readonly tell: (what: OwnerEvent['what'], body: OwnerEvent['body']) => void;
  /** Writes what waits, if a journal is open; and into that of the real service what the recovery code is told by. */
  takeUp(): void;
  /** What the recovery code was told by, out of the journal: the settings have lost it. Null: it has none. */
  keptRecovery(): SecretHash | null;
}

/** What waits. */
export interface OwnerEvent {
  readonly what: 'refused' | 'changed' | 'recovered';
  /** ISO 8601; it names the entry. */
  readonly at: string;
  readonly body: Readonly<Record<string, string | number>>;
}

/** So many can wait: the newest. */
const MAX_WAITING = 50;

export function createOwnerRecord({ profile, journal, isLive, nowIso }: OwnerRecordDeps): OwnerRecord {
  /** What this run knows to be in the journal: it is asked about at every press. */
  let keptHash: string | null = null;

  /** @returns false: no journal has taken them */
  function written(events: readonly OwnerEvent[]): boolean {
    const open = journal();
    const entries: readonly Entry[] = events.map(({ what, at, body }) => ({ kind: `owner.${what}`, subject: at, body }));
    return open !== null && refusedByDisk(() => open.write({ entries })) === null;
  }

  /** Lost settings have nothing to be kept, and take nothing away. A disk that refuses is asked again. */
  function keepRecovery(): void {
    const { ownerRecovery: recovery } = profile.get();
    const open = recovery === null || recovery.hash === keptHash || !isLive() ? null : journal();
    if (open === null || recovery === null) return;
    const isKept = open.slot('owner')?.recovery.hash === recovery.hash;
    if (isKept || refusedByDisk(() => open.write({ entries: [], slots: { owner: { recovery } } })) === null) keptHash = recovery.hash;
  }

  return {
    tell(what, body) {
      const event: OwnerEvent = { what, at: nowIso(), body };
      if (!written([event])) profile.save({ ownerEvents: [...profile.get().ownerEvents, event].slice(-MAX_WAITING) });
    },
    takeUp() {
      const { ownerEvents } = profile.get();
      // Twice in the journal is better than never: what the settings do not forget is written again.
      if (ownerEvents.length > 0 && written(ownerEvents)) profile.save({ ownerEvents: [] });
      keepRecovery();
    },
    keptRecovery: () => (isLive() ? (journal()?.slot('owner')?.recovery ?? null) : null),
  };
}
