import type { Clock } from '../../clock/clock.ts';
import type { Exchange } from '../../seqr/index.ts';
import { connectTill } from '../../seqr/testing/till.ts';
import { certify } from '../certify.ts';
import type { RunResult } from '../certify.ts';
import type { Phone } from '../phone.ts';
import type { CertifyOptions } from '../run-options.ts';
import { tellExchange } from '../story.ts';

export const OPTIONS: CertifyOptions = {
  endpoint: 'unused here',
  resellerId: 'public_test_shop',
  userId: '9900',
  password: '1234',
  seqrId: '004610027501',
  phoneUrl: null,
  isJson: false,
  title: 'Kassa certification',
  currency: 'SEK',
  clientIds: 'api',
  clientId: null,
  clientReference: null,
  unregisterAs: 'terminal',
  acknowledge: 'query',
};

/** A run with the till's real client against `endpoint`; `told` is the whole story. */
export async function runCertify(
  endpoint: string,
  ports: { clock: Clock; phone: Phone; stop?: AbortSignal; onTell?: (text: string) => void; options?: Partial<CertifyOptions> },
): Promise<RunResult & { readonly told: string; readonly exchanges: readonly Exchange[] }> {
  const told: string[] = [];
  const exchanges: Exchange[] = [];
  let taken = 0;
  const tell = (text: string): void => {
    told.push(text);
    ports.onTell?.(text);
  };
  const service = connectTill(endpoint, {
    showMessages: true,
    log: (exchange) => {
      exchanges.push(exchange);
      tell(tellExchange(exchange));
    },
  });
  const result = await certify(
    { ...OPTIONS, ...ports.options },
    {
      service,
      software: 'Kassa 0.1.0',
      clock: ports.clock,
      phone: ports.phone,
      tell,
      randomId: () => 'a1b2c3d4e5f60718293a',
      stop: ports.stop ?? new AbortController().signal,
      takeCalls: () => exchanges.slice(taken, (taken = exchanges.length)),
    },
  );
  service.close();
  return { ...result, told: told.join('\n'), exchanges };
}
