import type { SecretVault } from '../ports.ts';
import type { SettingsKeeper } from './settings-keeper.ts';

/** The reseller's password, if the till keeps it: then no close asks a cashier for it. Null: it does not, or it cannot be opened. */
export function keptPassword(deps: {
  readonly secrets: Pick<SecretVault, 'open'>;
  readonly settings: Pick<SettingsKeeper, 'ownerProfile'>;
}): () => Promise<string | null> {
  return async () => {
    const { resellerSecret } = deps.settings.ownerProfile.get();
    if (resellerSecret === null) return null;
    const opened = await deps.secrets.open(resellerSecret.sealedPassword);
    return opened.kind === 'opened' ? opened.secret : null;
  };
}
