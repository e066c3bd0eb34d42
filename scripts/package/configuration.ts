import fs from 'node:fs';
import path from 'node:path';
import type { Configuration } from 'electron-builder';
import { parse } from 'yaml';

export const ROOT = path.join(import.meta.dirname, '..', '..');

/** What `electron-builder.yml` says. Its schema is asserted by a test, so this trusts it. */
export function readConfiguration(): Configuration {
  return parse(fs.readFileSync(path.join(ROOT, 'electron-builder.yml'), 'utf8')) as Configuration;
}

/** Where a trial's loader lies within the archive. */
export const TRIAL_FOLDER = 'trial-loader';

/**
 * The same package, but started by `main.js` of a folder that is not part of this project.
 * Compiled code in it lies beside the archive.
 * @param folder absolute
 */
export function withTrialLoader(shop: Configuration, folder: string): Configuration {
  return {
    ...shop,
    directories: { ...shop.directories, output: 'dist/trial' },
    files: [...[shop.files ?? []].flat(), { from: folder, to: TRIAL_FOLDER, filter: ['**/*'] }],
    asarUnpack: ['**/*.node'],
    extraMetadata: { main: `${TRIAL_FOLDER}/main.js` },
  };
}
