import { attemptOf } from './books.ts';
import type { Books } from './books.ts';
import type { Machine, Mode } from './machine.ts';
import type { Reads } from './reads.ts';
import type { Fail } from './rules.ts';

/** SEQR returns a payment that nobody asked about for so long. */
const REVERSAL_MS = 20_000;
/** A till that runs and can be answered reads within so long: a gap of invariant 5, and the call that was still under way. */
const SURE_READ_MS = 7_000;

export interface ReversalDeps {
  readonly machine: () => Machine;
  readonly books: Books;
  readonly reads: Reads;
  readonly fail: Fail;
  /** SEQR took it back of its own will, or a supervisor has closed it, so that nobody asks any more (PF-30). */
  readonly isExcepted: (invoiceReference: string, attemptId: string) => boolean;
}

type Span = readonly [fromMs: number, toMs: number];

/** Invariant 4: SEQR never has to return a payment while a running till could reach it. */
export function createReversalRule({ machine, books, reads, fail, isExcepted }: ReversalDeps): () => void {
  const seen = new Set<string>();

  /** The longest time within a span in which a read would have been answered. */
  function longestReachable(reference: string, referenceMs: number, span: Span): number {
    const cuts = [...reads.of(reference).badStartsMs];
    const all = machine().lives.all();
    const lost = all.findIndex(({ lostSettings, fromMs }) => lostSettings && fromMs > referenceMs);
    const lives = all
      .slice(0, lost === -1 ? undefined : lost)
      .map(({ passwordsFromMs, toMs }): Span => [passwordsFromMs ?? Infinity, toMs ?? Infinity]);
    const outages = machine()
      .outages.all()
      .map(({ fromMs, toMs }): Span => [fromMs, toMs ?? Infinity]);
    return lives
      .flatMap((life) => without(outages, common(life, span)))
      .flatMap(([fromMs, toMs]) => {
        const points = [fromMs, ...cuts.filter((ms) => ms > fromMs && ms < toMs), toMs].toSorted((one, other) => one - other);
        return points.slice(1).map((point, index) => point - (points[index] ?? point));
      })
      .reduce((most, length) => Math.max(most, length), 0);
  }

  function check(mode: Mode, reference: string, paidMs: number): void {
    const known = attemptOf(books, reference);
    if (known?.referenceOnDiskMs == null || known.wasGivenUp || isExcepted(reference, known.record.facts.id)) return;
    // A terminal that has been unregistered, which a payment without an answer does not hold (PF-24), can ask nothing.
    const { terminalId } = known.record.facts;
    if (
      !machine()
        .world(mode)
        .terminals()
        .some((terminal) => terminal.terminalId === terminalId)
    )
      return;
    const reversedMs = paidMs + REVERSAL_MS;
    const reachableMs = longestReachable(reference, known.referenceOnDiskMs, [Math.max(paidMs, known.referenceOnDiskMs), reversedMs]);
    if (reachableMs < SURE_READ_MS) return;
    const begun = reads.of(reference).startsMs.filter((ms) => ms > paidMs - 3_000 && ms < reversedMs);
    fail(
      'needless-reversal',
      `${reference} (${known.record.facts.id}, ${known.record.state.kind}), paid at ${paidMs}, was returned at ${reversedMs}; ` +
        `the till could ask for ${reachableMs} ms, and its reads began at ${begun.join(' ')}`,
    );
  }

  return () => {
    for (const mode of ['practice', 'live'] as const) {
      // What was being practised when practice was left is asked about no more.
      if (mode === 'practice' && (machine().snapshot()?.mode ?? mode) !== mode) continue;
      const world = machine().world(mode);
      const offsetMs = world.nowMs() - machine().clock.monotonicMs();
      for (const { kind, at, invoiceReference } of world.ledger()) {
        if (kind !== 'reversal' || invoiceReference === null || seen.has(`${mode}${invoiceReference}`)) continue;
        seen.add(`${mode}${invoiceReference}`);
        check(mode, invoiceReference, Date.parse(at) - offsetMs - REVERSAL_MS);
      }
    }
  };
}

function common([oneFrom, oneTo]: Span, [otherFrom, otherTo]: Span): Span {
  return [Math.max(oneFrom, otherFrom), Math.min(oneTo, otherTo)];
}

/** What is left of a span outside of others. */
function without(others: readonly Span[], span: Span): readonly Span[] {
  return others
    .reduce<readonly Span[]>(
      (rest, [fromMs, toMs]) =>
        rest
          .flatMap(([start, end]): readonly Span[] => [
            [start, Math.min(end, fromMs)],
            [Math.max(start, toMs), end],
          ])
          .filter(([start, end]) => end > start),
      [span],
    )
    .filter(([start, end]) => end > start);
}
