import type { Exchange } from '../../src/seqr/index.ts';
import type { Log } from './log.ts';

/** A good poll every second is not news; one that took this long is. */
const SLOW_MS = 1_000;

/** What of the talk with SEQR goes into the log: every call but the polls that were answered in time. */
export function exchangeLog(log: Log): (exchange: Exchange) => void {
  return (exchange) => {
    const good = exchange.outcome === 'answered';
    if (good && exchange.operation === 'getPaymentStatus' && exchange.tookMs < SLOW_MS) return;
    log(good ? 'info' : 'warn', 'seqr', exchange);
  };
}
