import type { Reseller, Terminal } from './records.ts';

/** The principals SEQR printed in its own papers; the practice service has them from the start (protocol §1). */
export function publishedResellers(currency: string): readonly Reseller[] {
  return [
    { id: 'public_test_shop', userId: '9900', password: '1234', name: 'Public test shop', currency },
    { id: 'fredellsfisk', userId: '9900', password: '2009', name: 'Fredells Fisk', currency },
    { id: 'hml', userId: '9900', password: '2009', name: 'HML', currency },
  ];
}

export function publishedTerminals(nowMs: number): readonly Terminal[] {
  return [
    {
      terminalId: 'public_test_shop_terminal',
      resellerId: 'public_test_shop',
      externalTerminalId: 'public_test_shop_terminal',
      name: 'Public test shop',
      password: '12345678',
      seqrId: null,
      registeredAtMs: nowMs,
    },
  ];
}
