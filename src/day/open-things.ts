import { equals } from '../money/index.ts';
import type { Translate } from '../text/index.ts';
import type { Close } from './close.ts';
import { verdictOf } from './match.ts';
import type { Verdict } from './match.ts';
import type { OpenThing } from './open-thing.ts';
import type { DetailRow } from './report.ts';
import type { TillEntry } from './till-entry.ts';

/*
 * What is not settled when a close is done, whatever its own comparison came to (PF-32): nothing of it falls out of sight with
 * the next close.
 */

/** What a done close comes to as a whole. `open`: nothing differs, and something is not settled. `none`: finished without a report. */
export type CloseVerdict = Verdict | 'open' | 'none';

export function closeVerdict(close: Close): CloseVerdict {
  const result = close.state.kind === 'done' ? close.state.result : null;
  if (result === null) return 'none';
  const verdict = verdictOf(result.comparison);
  return verdict === 'agrees' && unsettledAt(close).length > 0 ? 'open' : verdict;
}

/**
 * What the close lists as not settled. A terminal that the till had before is closed right after its present one, whose receipts
 * since are those of its next close.
 */
export function unsettledAt({ open, facts, state }: Close): readonly OpenThing[] {
  if (open === undefined) return state.kind === 'done' ? fromResolutions(state) : [];
  return facts.former === true ? open.filter(({ kind, terminalId }) => kind !== 'notCompared' || terminalId === facts.terminalId) : open;
}

/** Of a close of before such lists were kept: what its report did not settle. */
function fromResolutions({ result }: Extract<Close['state'], { kind: 'done' }>): readonly OpenThing[] {
  return (result?.resolutions ?? []).flatMap((resolution): readonly OpenThing[] => {
    if (resolution.verdict !== 'stays' && resolution.verdict !== 'offered') return [];
    const { id, correlationId, amount, was } = resolution;
    const kind = was === 'refund' ? 'refund' : was === 'credit' ? 'payOut' : was === 'orphan' ? 'orphan' : 'payment';
    return [{ kind, id, correlationId, receiptNumber: null, ersReference: null, amount, at: null, terminalId: null }];
  });
}

/** What a done close hands on to the next: its own list, and the lines on one side only. */
export function handedOn(close: Close): readonly OpenThing[] {
  const { open = [], facts, state } = close;
  const comparison = state.kind === 'done' ? (state.result?.comparison ?? null) : null;
  if (comparison?.kind !== 'details') return open;
  const { tillOnly, seqrOnly, differs } = comparison;
  return [
    ...open,
    ...tillOnly.filter(({ reversed }) => !reversed).map((till) => tillThing('tillOnly', till, facts.terminalId)),
    ...differs.map(({ till }) => tillThing('differs', till, facts.terminalId)),
    ...seqrOnly.map((row, index) => rowThing(close, row, index)),
  ];
}

export function tillThing(kind: 'tillOnly' | 'differs' | 'notCompared', till: TillEntry, terminalId: string): OpenThing {
  const { id, correlationId, receiptNumber, ersReference, amount, at } = till;
  return { kind, id, correlationId, receiptNumber, ersReference, amount, at, terminalId };
}

/** A row has no name of its own: it is called by its place in a close that never changes. */
export function rowThing({ facts, mark }: Close, { ersReference, amount }: DetailRow, index: number): OpenThing {
  const { id, terminalId } = facts;
  return {
    kind: 'seqrOnly',
    id: `${id}.${index}`,
    correlationId: null,
    receiptNumber: null,
    ersReference,
    amount,
    at: mark.at,
    terminalId,
  };
}

/** What the next close no longer has to hand on, because it has been settled. */
export interface Settled {
  /** By a supervisor, by their names. */
  readonly closed: ReadonlySet<string>;
  /** Ids of what this close has compared. */
  readonly compared: ReadonlySet<string>;
  /** Ids whose outcome was unknown or missed, and is known by now to have ended without money. */
  readonly ended: (id: string) => boolean;
  /** Rows of other closes' reports that this one has found an owner for. */
  readonly rows: readonly DetailRow[];
  readonly isOwned: (ersReference: string, direction: 'in' | 'out') => boolean;
}

/** Of what closes before this one have handed on, what is open still. */
export function stillOpen(things: readonly OpenThing[], settled: Settled): readonly OpenThing[] {
  const rows = [...settled.rows];
  return things.filter(({ kind, id, ersReference, amount }) => {
    if (settled.closed.has(id)) return false;
    switch (kind) {
      case 'tillOnly':
      case 'differs':
      case 'notCompared':
        return !settled.compared.has(id) && !settled.ended(id);
      case 'seqrOnly': {
        if (ersReference !== null && settled.isOwned(ersReference, amount.minor < 0 ? 'out' : 'in')) return false;
        const found = rows.findIndex((row) => row.ersReference === ersReference && equals(row.amount, amount));
        if (found === -1) return true;
        rows.splice(found, 1);
        return false;
      }
      // These are asked about anew at each close.
      case 'payment':
      case 'orphan':
      case 'unconfirmed':
      case 'giveBack':
      case 'refund':
      case 'payOut':
        return false;
    }
  });
}

/** One open thing in a sentence. */
export function openThingText({ kind, correlationId, receiptNumber, ersReference }: OpenThing, t: Translate): string {
  return t(`day.unsettled.${kind}`, {
    id: correlationId ?? ersReference ?? t('day.note.noReference'),
    number: receiptNumber ?? '–',
    reference: ersReference ?? t('day.note.noReference'),
  });
}
