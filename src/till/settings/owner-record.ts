import type { Entry, Journal } from '../../records/index.ts';
import { refusedByDisk } from '../durable.ts';
import type { ProfileStore } from './settings.ts';

export interface OwnerRecordDeps {
  readonly profile: ProfileStore;
  /** Null: none is open. */
  readonly journal: () => Pick<Journal, 'write'> | null;
  readonly nowIso: () => string;
}

/** What has happened to the owner's PIN, in the journal. Before any journal is open, and while its disk refuses, it waits in the settings. */
export interface OwnerRecord {
  readonly tell: (what: OwnerEvent['what'], body: OwnerEvent['body']) => void;
  /** Writes what waits, if a journal is open. */
  takeUp(): void;
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

export function createOwnerRecord({ profile, journal, nowIso }: OwnerRecordDeps): OwnerRecord {
  /** @returns false: no journal has taken them */
  function written(events: readonly OwnerEvent[]): boolean {
    const open = journal();
    const entries: readonly Entry[] = events.map(({ what, at, body }) => ({ kind: `owner.${what}`, subject: at, body }));
    return open !== null && refusedByDisk(() => open.write({ entries })) === null;
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
    },
  };
}
