import { NewerFileError } from '../../records/index.ts';
import { logFailure } from '../log-failure.ts';
import type { Notices } from '../notices.ts';
import type { TillDeps } from '../ports.ts';
import type { ProfileStore } from '../settings/settings.ts';
import type { Services } from './services.ts';

export interface ConnectionDeps {
  readonly services: Pick<Services, 'open'>;
  readonly profile: ProfileStore;
  readonly notices: Pick<Notices, 'tell'>;
  readonly log: TillDeps['log'];
}

/** The service of the settings and those of open payments, opened with their journal. */
export interface Connection {
  /**
   * Resolves when all have been opened, or have failed to. What goes wrong is told; calls then answer that nothing was sent.
   *
   * @param others endpoints that open payments were sent to, which may not be those of the settings any more (PF-24)
   */
  open(others?: readonly string[]): Promise<void>;
}

export function createConnection({ services, profile, notices, log }: ConnectionDeps): Connection {
  async function open(endpoint: string): Promise<void> {
    try {
      await services.open(endpoint);
    } catch (error) {
      logFailure(log, 'the service could not be opened', error);
      notices.tell(
        error instanceof NewerFileError ? { code: 'simulator.newer', params: { ...error.newer } } : { code: 'endpoint.unreachable' },
      );
    }
  }

  return {
    async open(others = []) {
      const { endpoint } = profile.get();
      const endpoints = new Set([...(endpoint === null ? [] : [endpoint]), ...others]);
      await Promise.all([...endpoints].map(open));
    },
  };
}
