import { useEffect, useRef, useState } from 'react';
import type { PaymentScreen, PaymentView } from '../../../src/contract/index.ts';
import { enterIsForButton, useKeys, useScanHandler } from '../../input/index.ts';
import { sendIntent } from '../../store/send-intent.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { useNow } from '../../store/use-age.ts';
import { pressEntryKey, scanProduct } from '../sale/index.ts';

export type PaidScreen = Extract<PaymentScreen, { kind: 'paid' }>;

/** A completed sale leaves by itself after this long. */
const STAYS_MS = 20_000;
/** A key pressed in the moment PAID appears was meant for what was there before. */
const DEAF_MS = 700;

/**
 * Leaves PAID after 20 s, at the next key, or at a scan, which is then the first of the next sale. Stays while somebody
 * must answer or read something, and in the wizard. Returns the seconds left; null while it stays.
 */
export function useLeaving(view: PaymentView, screen: PaidScreen): number | null {
  const { attemptId, stateNumber, actions } = view;
  const failed = useSnapshot((snapshot) =>
    snapshot.printJobs.some((job) => job.receiptNumber === screen.receiptNumber && job.state === 'failed'),
  );
  const now = useNow(250);
  const [shownAt] = useState(() => performance.now());
  const stays =
    view.test || !actions.dismiss || !screen.recorded || screen.askIfPrinted || screen.afterRestart || screen.wonAgainstCancel || failed;
  const leftMs = shownAt + STAYS_MS - now;
  const over = !stays && leftMs <= 0;

  const leave = async () => {
    const result = await sendIntent({ kind: 'payment.dismiss', attemptId, stateNumber });
    return result.ok;
  };
  const leaveNow = useRef(leave);
  useEffect(() => {
    leaveNow.current = leave;
  });
  useEffect(() => {
    if (over) void leaveNow.current();
  }, [over]);

  const key = () => {
    if (!actions.dismiss || screen.askIfPrinted || performance.now() - shownAt < DEAF_MS) return false;
    void leave();
    return true;
  };
  useKeys({
    actions: { ringUp: () => !enterIsForButton() && key(), back: key, charge: key, search: key },
    typed: (character) => {
      if (key() && !view.test && /^\d$/.test(character)) pressEntryKey(character as '0');
    },
  });
  useScanHandler((code) => {
    void leave().then((left) => {
      if (left && !view.test) scanProduct(code);
    });
  });
  return stays ? null : Math.max(0, Math.ceil(leftMs / 1000));
}
