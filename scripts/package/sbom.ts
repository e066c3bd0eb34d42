import { spawnSync } from 'node:child_process';
import { ROOT } from './configuration.ts';
import type { ShippedPackage } from './licences.ts';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
}
/** As far as it is touched here; the rest of CycloneDX passes through. */
interface Bom {
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/**
 * What the package holds, in CycloneDX: npm's own list of the checkout, less what only builds and tests it.
 * @param electron the version that was packed, which need not be the one npm knows
 */
export function billOfMaterials(packages: readonly ShippedPackage[], electron: string): unknown {
  return shippedOnly(JSON.parse(npm(['sbom', '--sbom-format=cyclonedx', '--package-lock-only'])) as Bom, packages, electron);
}

/** @throws if npm's list lacks something that is shipped */
export function shippedOnly<B extends Bom>(bom: B, packages: readonly Pick<ShippedPackage, 'name' | 'version'>[], electron: string): B {
  const shipped = new Set(packages.map(({ name, version }) => `${name}@${version}`));
  const idOf = ({ name, version }: Component): string => `${name}@${version}`;
  const known = new Set(bom.components.map(idOf));
  const lost = [...shipped].filter((id) => !known.has(id));
  if (lost.length > 0) throw new Error(`npm sbom does not list ${lost.join(', ')}.`);
  const kept = bom.components.filter((one) => shipped.has(idOf(one)));
  const refs = new Set(kept.map((one) => one['bom-ref']));
  const electronRef = `electron@${electron}`;
  return {
    ...bom,
    components: [
      ...kept.map((one) => dropFlag(one)),
      { 'bom-ref': electronRef, type: 'framework', name: 'electron', version: electron, purl: `pkg:npm/electron@${electron}`, licenses: [{ license: { id: 'MIT' } }] },
    ],
    dependencies: bom.dependencies
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((to) => refs.has(to)) }))
      .filter(({ ref }, index) => index === 0 || refs.has(ref)),
  };
}

/** npm marks what is bundled as for development; in the package it is not. */
function dropFlag(component: Component & { readonly properties?: readonly { readonly name: string }[] }): Component {
  const { properties, ...rest } = component;
  const others = properties?.filter(({ name }) => name !== 'cdx:npm:package:development') ?? [];
  return others.length === 0 ? rest : { ...rest, properties: others } as Component;
}

/** npm by the file it was started from if there is one: on Windows `npm` is a shell script. */
function npm(args: readonly string[]): string {
  const script = process.env['npm_execpath'];
  const [command, before] = script !== undefined && /\.c?js$/.test(script) ? [process.execPath, [script]] : ['npm', []];
  const { status, stdout, stderr } = spawnSync(command, [...before, ...args], { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: command === 'npm' && process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}
