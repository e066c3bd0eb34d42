/** What may be in the package: nothing but what the till needs. Tests, sources, source maps and papers may not. */
import fs from 'node:fs';
import path from 'node:path';
import { listPackage } from '@electron/asar';
import { TRIAL_FOLDER } from './configuration.ts';
import { loadedPackages } from './licences.ts';
import type { Packed } from './pack.ts';

/** Files of Kassa itself in the archive. */
const OURS = [
  /^package\.json$/,
  /^LICENSE$/,
  /^assets\/(seqr-cashregister\.wsdl|sample-catalogue\.json|icon\.png)$/,
  /^out\/main\/(index|run|simulator-worker)\.js$/,
  /^out\/preload\/index\.js$/,
  /^out\/renderer\/(index|customer|print)\.html$/,
  /^out\/renderer\/assets\/[\w-]+\.(js|css|woff2)$/,
];
/** Files of a package that is loaded as it is. */
const CODE = /\.(c?js|mjs|json|xsd)$/;
const LICENCE = /(^|\/)(licen[cs]e|notice|copying)[^/]*$/i;
const NOT_CODE = /(^|\/)(\.[^/]*|tests?|examples?|docs?|demo|benchmarks?|man)(\/|$)/;

/** Files beside the archive on Linux: Electron's own, the archive, and the licences. */
const FOLDER = [
  /^kassa$/,
  /^version$/,
  /^chrome-sandbox$/,
  /^chrome_crashpad_handler$/,
  /^(chrome_\d+_percent|resources)\.pak$/,
  /^locales\/(en-GB|en-US|sv)\.pak$/,
  /^icudtl\.dat$/,
  /^(snapshot_blob|v8_context_snapshot)\.bin$/,
  /^lib(EGL|GLESv2|ffmpeg|vk_swiftshader|vulkan)\.so(\.1)?$/,
  /^vk_swiftshader_icd\.json$/,
  /^LICENSE\.electron\.txt$/,
  /^LICENSES\.chromium\.html$/,
  /^resources\/app\.asar$/,
  /^resources\/third-party-licences\.txt$/,
];
const TRIAL = new RegExp(`^(resources/app\\.asar\\.unpacked/)?${TRIAL_FOLDER}/`);
/** Without these it would not run, or not be allowed out. */
const NEEDED_IN_ARCHIVE = [
  'package.json',
  'out/main/index.js',
  'out/main/run.js',
  'out/main/simulator-worker.js',
  'out/preload/index.js',
  'out/renderer/index.html',
];
const NEEDED_BESIDE = ['kassa', 'chrome-sandbox', 'LICENSES.chromium.html', 'LICENSE.electron.txt', 'resources/third-party-licences.txt'];

/**
 * @param file a path in the archive, with `/`
 * @param packages names of the packages that are loaded as they are
 */
export function mayBeInArchive(file: string, packages: ReadonlySet<string>): boolean {
  if (OURS.some((pattern) => pattern.test(file))) return true;
  // Of the innermost package: electron-builder lays them out otherwise than npm.
  const [, name, within] = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\/(.+)$/.exec(file) ?? [];
  if (name === undefined || within === undefined || !packages.has(name)) return false;
  return !NOT_CODE.test(within) && (CODE.test(within) || LICENCE.test(within));
}

/** @param file a path in the folder that was packed on Linux, with `/` */
export function mayBeBeside(file: string): boolean {
  return FOLDER.some((pattern) => pattern.test(file));
}

/** The files of an archive, with `/`, without folders. */
export function archiveFiles(archive: string): readonly string[] {
  const all = listPackage(archive, { isPack: false }).map((file) => file.replaceAll('\\', '/').replace(/^\//, ''));
  const folders = new Set(all.map((file) => path.posix.dirname(file)));
  return all.filter((file) => !folders.has(file));
}

function filesBelow(folder: string): readonly string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

/** One sentence for each file of the archive that should not be there, or is missing. */
export function archiveProblems(files: readonly string[], isTrial: boolean): readonly string[] {
  const packages = new Set(loadedPackages().map(({ name }) => name));
  const strangers = files.filter((file) => !mayBeInArchive(file, packages) && !(isTrial && TRIAL.test(file)));
  const lost = [...packages].filter((name) => !files.some((file) => file.endsWith(`node_modules/${name}/package.json`)));
  return [
    ...strangers.map((file) => `The archive holds what the till does not need: ${file}`),
    ...NEEDED_IN_ARCHIVE.filter((file) => !files.includes(file)).map((file) => `The archive lacks ${file}`),
    ...lost.map((name) => `The archive lacks the package ${name}`),
  ];
}

/** The same for all that was packed. What lies beside the archive has been seen on Linux only, and is judged there only. */
export function contentProblems(packed: Packed, isTrial: boolean): readonly string[] {
  const inArchive = archiveProblems(archiveFiles(packed.archive), isTrial);
  if (process.platform !== 'linux') return inArchive;
  const beside = filesBelow(packed.folder);
  const strangers = beside.filter((file) => !mayBeBeside(file) && !(isTrial && TRIAL.test(file)));
  return [
    ...inArchive,
    ...strangers.map((file) => `The package holds what the till does not need: ${file}`),
    ...NEEDED_BESIDE.filter((file) => !beside.includes(file)).map((file) => `The package lacks ${file}`),
  ];
}
