import path from 'node:path';
import { archFromString, build, DIR_TARGET, Platform } from 'electron-builder';
import type { Configuration } from 'electron-builder';
import { ROOT } from './configuration.ts';

/** What electron-builder made. All paths are absolute. */
export interface Packed {
  /** Where everything made lies. */
  readonly output: string;
  /** The folder that runs. */
  readonly folder: string;
  readonly executable: string;
  /** app.asar */
  readonly archive: string;
  /** Empty unless asked for. */
  readonly installers: readonly string[];
  readonly version: string;
}

/** Folder, executable and resources below the output, as electron-builder names them. */
function places(arch: string): { readonly folder: string; readonly executable: string; readonly resources: string } {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  switch (process.platform) {
    case 'darwin':
      return { folder: `mac${suffix}`, executable: 'Kassa.app/Contents/MacOS/Kassa', resources: 'Kassa.app/Contents/Resources' };
    case 'win32':
      return { folder: `win${suffix}-unpacked`, executable: 'Kassa.exe', resources: 'resources' };
    default:
      return { folder: `linux${suffix}-unpacked`, executable: 'kassa', resources: 'resources' };
  }
}

/**
 * Runs electron-builder for this system, which takes Electron from the given folder and so downloads nothing, unless an
 * installer is asked for.
 */
export async function pack(
  configuration: Configuration,
  electron: { readonly folder: string; readonly version: string },
  withInstaller: boolean,
): Promise<Packed> {
  const { folder, executable, resources } = places(process.arch);
  const output = path.join(ROOT, configuration.directories?.output ?? 'dist');
  const version = { current: '' };
  const installers = await build({
    projectDir: ROOT,
    targets: Platform.current().createTarget(withInstaller ? null : DIR_TARGET, archFromString(process.arch)),
    publish: 'never',
    config: {
      ...configuration,
      electronDist: electron.folder,
      electronVersion: electron.version,
      afterPack: (context) => {
        version.current = context.packager.appInfo.version;
        return Promise.resolve();
      },
    },
  });
  return {
    output,
    folder: path.join(output, folder),
    executable: path.join(output, folder, executable),
    archive: path.join(output, folder, resources, 'app.asar'),
    installers,
    version: version.current,
  };
}
