import type { PaymentView } from '../../src/contract/index.ts';
import { useScanHandler } from '../keys/index.ts';
import { tick } from '../sound/sounds.ts';
import { sendIntent } from '../state/send-intent.ts';
import { useSnapshot } from '../state/snapshot-store.ts';

/** While the customer is waited for, a scan can be a member's card (protocol §5). Nothing else is scanned there. */
export function useCardScan({ attemptId, stateNumber, screen, test }: PaymentView): void {
  const honoursCards = useSnapshot(({ loyalty }) => loyalty.memberships.some(({ cardPrefix }) => cardPrefix !== ''));
  const waits = screen.kind === 'waiting' || screen.kind === 'confirming';
  useScanHandler(
    (code) => {
      tick();
      void sendIntent({ kind: 'payment.swipeCard', attemptId, stateNumber, code });
    },
    honoursCards && waits && !test,
  );
}
