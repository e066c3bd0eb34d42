import type { Operation } from '../../../protocol/index.ts';

const CHANGES: readonly Operation[] = ['registerTerminal', 'assignSeqrId', 'unregisterTerminal'];
const MONEY: readonly Operation[] = ['sendInvoice', 'refundPayment', 'creditUser', 'commitReservation'];
const MARK: Operation = 'markTransactionPeriod';

/** Looks at the calls of a till while two intents are under way. */
export interface CallWatch {
  readonly onCall: (operation: Operation, when: 'left' | 'answered') => void;
  /** What was seen that may never be: money and the terminal at once (PF-24), money and the mark (PF-17), one wish carried out twice. */
  problems(): readonly string[];
}

export function watchCalls(): CallWatch {
  const active: Operation[] = [];
  const counts = new Map<Operation, number>();
  const clashes: string[] = [];

  function clash(operation: Operation, others: readonly Operation[]): void {
    for (const other of active) if (others.includes(other)) clashes.push(`${operation} left while ${other} was under way`);
  }

  return {
    onCall(operation, when) {
      if (when === 'answered') {
        active.splice(active.indexOf(operation), 1);
        return;
      }
      if (MONEY.includes(operation)) clash(operation, [...CHANGES, MARK]);
      if (CHANGES.includes(operation) || operation === MARK) clash(operation, [...MONEY, ...CHANGES]);
      active.push(operation);
      counts.set(operation, (counts.get(operation) ?? 0) + 1);
    },
    problems() {
      const twice = [...counts].filter(([operation, count]) => count > 1 && [...MONEY, 'registerTerminal'].includes(operation));
      return [...clashes, ...twice.map(([operation, count]) => `${operation} was called ${count} times`)];
    },
  };
}
