import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isoWithZone } from '../../../clock/iso-time.ts';
import { openJournal } from '../../../journal/index.ts';
import type { Live, Reserved } from '../../../payment/index.ts';
import type { Machine, Mode } from './machine.ts';

/**
 * A Kassa of before runs for a moment and reads RESERVED about what waits: it wrote a tab down where nobody had asked for a
 * reservation, and asked no more.
 */
export function runOlderKassa({ folder, clock }: Pick<Machine, 'folder' | 'clock'>, mode: Mode): void {
  const file = join(folder, `journal-${mode}.sqlite`);
  if (!existsSync(file)) return;
  const changedAt = isoWithZone(clock.wallMs());
  const journal = openJournal({ file, nowIso: () => changedAt });
  for (const record of journal.attemptsInPlay()) {
    const { state: before, facts } = record;
    if (before.kind !== 'live' || before.status !== 'RESERVED' || before.setAside || facts.reservation !== undefined) continue;
    const state = tabOf(before, changedAt);
    journal.write({
      entries: [{ kind: 'attempt.reserved', subject: facts.id, body: { by: 'statusAnswered', state, alarms: [] } }],
      attempts: [{ ...record, state, stateNumber: record.stateNumber + 1, changedAt }],
    });
  }
  journal.close();
}

function tabOf({ invoiceReference, version, terms, asked, doubts, lastUpdate, contactLost, unanswerable }: Live, nowIso: string): Reserved {
  return {
    kind: 'reserved',
    phase: 'held',
    ...{ invoiceReference, version, terms, asked, doubts, lastUpdate, contactLost, unanswerable },
    draft: terms,
    lastCommit: null,
    reservedAt: nowIso,
    lapsesAt: null,
  };
}
