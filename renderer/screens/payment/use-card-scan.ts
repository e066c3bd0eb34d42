import type { PaymentView } from '../../../src/contract/index.ts';
import { useScanHandler } from '../../input/index.ts';
import { sendIntent } from '../../store/send-intent.ts';
import { useSnapshot } from '../../store/snapshot-store.ts';
import { tick } from '../../ui/sounds.ts';

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
