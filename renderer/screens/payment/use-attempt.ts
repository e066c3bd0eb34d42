import { useCallback } from 'react';
import type { PaymentView } from '../../../src/contract/index.ts';
import { useIntent } from '../../store/use-intent.ts';

export type AttemptAction =
  | 'cancel'
  | 'keepWaiting'
  | 'sendAgain'
  | 'giveUp'
  | 'customerSaysPaid'
  | 'setAside'
  | 'dismiss'
  | 'change'
  | 'leaveUnchanged';

/** Acts on the attempt in the state that is on screen: a stale press has no effect (PF-26). */
export function useAttempt({ attemptId, stateNumber }: Pick<PaymentView, 'attemptId' | 'stateNumber'>) {
  const { send, pending } = useIntent();
  const act = useCallback(
    (action: AttemptAction) => {
      void send({ kind: `payment.${action}`, attemptId, stateNumber });
    },
    [send, attemptId, stateNumber],
  );
  const answerPrinted = useCallback(
    (printed: boolean) => {
      void send({ kind: 'payment.didPrint', attemptId, stateNumber, printed });
    },
    [send, attemptId, stateNumber],
  );
  return { act, answerPrinted, pending };
}
