import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import type { Configuration } from 'electron-builder';

/** What electron-builder calls the fuses. A fuse that is wanted but not named here is a problem, not ignored. */
const FUSES: Readonly<Record<string, FuseV1Options>> = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};
/** How the fuses are set, not what they are. */
const NOT_FUSES = ['resetAdHocDarwinSignature', 'strictlyRequireAllFuses'];

/** The bytes of the fuse wire in the packed executable: `1` on, `0` off, `r` a fuse that this Electron no longer has. */
export type FuseWire = Readonly<Partial<Record<FuseV1Options, string>>>;

export async function readFuses(executable: string): Promise<FuseWire> {
  const wire = await getCurrentFuseWire(executable);
  return Object.fromEntries(
    Object.values(FUSES).flatMap((fuse) => (wire[fuse] === undefined ? [] : [[fuse, String.fromCharCode(wire[fuse])]])),
  );
}

/** One sentence for each fuse that does not stand as the configuration wants it (security §19). */
export function fuseProblems(wanted: Configuration['electronFuses'], wire: FuseWire): readonly string[] {
  const entries = Object.entries(wanted ?? {}).filter(([name]) => !NOT_FUSES.includes(name));
  if (entries.length === 0) return ['The configuration sets no fuses.'];
  return entries.flatMap(([name, value]) => {
    const fuse = FUSES[name];
    if (fuse === undefined) return [`The configuration sets a fuse that cannot be read back: ${name}.`];
    const state = wire[fuse];
    if (state === (value === true ? '1' : '0')) return [];
    return [`The fuse ${name} should be ${String(value)}; the packed executable says ${state ?? 'nothing'}.`];
  });
}
