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
export function billOfMaterials(packages: readonly ShippedPackage[], electron: string): Bom {
  return shippedOnly(JSON.parse(npm(['sbom', '--sbom-format=cyclonedx', '--package-lock-only'])) as Bom, packages, electron);
}

/** @throws if npm's list lacks something that is shipped */
export function shippedOnly(bom: Bom, packages: readonly Pick<ShippedPackage, 'name' | 'version'>[], electron: string): Bom {
  const shipped = new Set(packages.map(idOf));
  const known = new Set(bom.components.map(idOf));
  const lost = [...shipped].filter((id) => !known.has(id));
  if (lost.length > 0) throw new Error(`npm sbom does not list ${lost.join(', ')}.`);
  const kept = bom.components.filter((one) => shipped.has(idOf(one)));
  const refs = new Set(kept.map((one) => one['bom-ref']));
  // The first is Kassa itself.
  const [top, ...others] = bom.dependencies.map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((to) => refs.has(to)) }));
  return {
    ...bom,
    components: [...kept.map(required), electronComponent(electron)],
    dependencies: [
      ...(top === undefined ? [] : [{ ...top, dependsOn: [...top.dependsOn, `electron@${electron}`] }]),
      ...others.filter(({ ref }) => refs.has(ref)),
    ],
  };
}

function idOf({ name, version }: Pick<Component, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

/** npm calls what is bundled optional and for development; of the package it is a part. */
function required(component: Component & { readonly properties?: readonly { readonly name: string }[] }): Component {
  const properties = component.properties?.filter(({ name }) => name !== 'cdx:npm:package:development');
  return Object.assign({}, component, { scope: 'required' }, properties === undefined ? {} : { properties });
}

function electronComponent(version: string): Component {
  const id = `electron@${version}`;
  const facts = { type: 'framework', scope: 'required', purl: `pkg:npm/${id}`, licenses: [{ license: { id: 'MIT' } }] };
  return Object.assign({ 'bom-ref': id, name: 'electron', version }, facts);
}

/** Runs npm by the file it was started from if there is one: on Windows `npm` is a shell script. */
function npm(args: readonly string[]): string {
  const script = process.env['npm_execpath'];
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
  const { status, stdout, stderr } =
    script !== undefined && /\.c?js$/.test(script)
      ? spawnSync(process.execPath, [script, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status !== 0) throw new Error(`npm ${args.join(' ')} failed:\n${stderr}`);
  return stdout;
}
