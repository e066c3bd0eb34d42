/**
 * `npm run package`: makes of this checkout what is installed in a shop, in dist/: a folder that runs, on Linux a .deb, and
 * a list of everything in it (CycloneDX). Electron comes from ELECTRON_OVERRIDE_DIST_PATH or is the one already fetched.
 *
 *   --installer          also this system's own installer (AppImage, NSIS, dmg); its maker is downloaded
 *   --trial-loader DIR   starts the main.js of that folder instead, to show the package on an Electron that lacks something.
 *                        What it makes is called a trial and lies in dist/trial; it is never what a shop gets.
 */
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.ts';
import { readConfiguration, ROOT, withTrialLoader } from './package/configuration.ts';
import { contentProblems } from './package/contents.ts';
import { makeDeb } from './package/deb.ts';
import { findElectron } from './package/electron.ts';
import { fuseProblems, readFuses } from './package/fuses.ts';
import { licencesText, shippedPackages } from './package/licences.ts';
import { pack } from './package/pack.ts';
import { billOfMaterials } from './package/sbom.ts';

function giveUp(problems: readonly string[]): never {
  process.stderr.write(`${problems.join('\n')}\n`);
  process.exit(1);
}

/** Shows what is done next. */
function step(what: string): void {
  process.stderr.write(`${what} …\n`);
}

const { values } = parseArgs({ options: { installer: { type: 'boolean', default: false }, 'trial-loader': { type: 'string' } } });
const trialLoader = values['trial-loader'];
const electron = await findElectron();
if (!electron.ok) giveUp([electron.sentence]);

step('Building');
if (!build()) giveUp(['Kassa could not be built (see above).']);

const packages = shippedPackages();
const licences = licencesText(packages, electron.folder);
if (!licences.ok) giveUp(licences.problems);
fs.writeFileSync(path.join(ROOT, 'out', 'third-party-licences.txt'), licences.text);

step(`Packing with Electron ${electron.version}`);
const shop = readConfiguration();
const configuration = trialLoader === undefined ? shop : withTrialLoader(shop, path.resolve(trialLoader));
const packed = await pack(configuration, electron, values.installer);

step('Reading the package back');
const problems = [
  ...fuseProblems(shop.electronFuses, await readFuses(packed.executable)),
  ...contentProblems(packed, trialLoader !== undefined),
];
if (problems.length > 0) giveUp(problems);

const made = [packed.folder, ...packed.installers];
if (process.platform === 'linux') {
  step('Making the .deb');
  made.push(makeDeb(packed, trialLoader !== undefined));
}
const list = path.join(packed.output, `kassa-${packed.version}.cdx.json`);
fs.writeFileSync(list, `${JSON.stringify(billOfMaterials(packages, electron.version), null, 2)}\n`);
process.stdout.write(`${[...made, list].map((file) => path.relative(ROOT, file)).join('\n')}\n`);
