import { describe, expect, test } from 'vitest';
import { startWatch, TIMING } from '../../payment/index.ts';
import type { Reserved, ReservedPhase } from '../../payment/index.ts';
import { FACTS, INVOICED, NOW } from '../../payment/testing/example.ts';
import { paymentScreen } from './screen.ts';

const tab = (phase: ReservedPhase, unanswerable: number | null = null): Reserved => ({
  ...INVOICED,
  unanswerable,
  kind: 'reserved',
  phase,
  draft: INVOICED.terms,
  lastCommit: null,
  reservedAt: FACTS.startedAt,
  lapsesAt: NOW,
});

/** Its screen when nobody has heard of it for so long, and the last read was answered with this code. */
function screenAfter(silentMs: number, state: Reserved, lastCode: number | null = null) {
  const watch = { ...startWatch(0, { restarted: false, heardNow: true }), lastCode };
  return paymentScreen(state, {
    watch,
    nowMs: silentMs,
    receiptNumber: null,
    recorded: true,
    askIfPrinted: false,
    seqrSaid: null,
    isLost: false,
  });
}

describe('the screen of a tab (PF-04, PF-29)', () => {
  test.each<ReservedPhase>(['committing', 'committed', 'unsure'])(
    'whose money may be ours already, %s, is unknown after 20 s of silence, or when SEQR does not answer for it',
    (phase) => {
      expect(screenAfter(TIMING.contactLostMs - 1, tab(phase))).toMatchObject({ kind: 'reserved', phase });
      expect(screenAfter(TIMING.contactLostMs, tab(phase))).toEqual({ kind: 'unknown', resultCode: null });
      expect(screenAfter(TIMING.contactLostMs, tab(phase), 93)).toEqual({ kind: 'unknown', resultCode: 93 });
      expect(screenAfter(0, tab(phase, 54))).toEqual({ kind: 'unknown', resultCode: 54 });
    },
  );

  test.each<ReservedPhase>(['held', 'updating', 'releasing', 'lapsed'])('whose money cannot be ours, %s, stays as it is', (phase) => {
    for (const silentMs of [0, TIMING.contactLostMs, TIMING.pollRareAfterMs])
      expect(screenAfter(silentMs, tab(phase, 54))).toMatchObject({ kind: 'reserved', phase });
  });
});
