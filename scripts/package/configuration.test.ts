import fs from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readConfiguration, ROOT, withTrialLoader } from './configuration.ts';

const schema = JSON.parse(fs.readFileSync(path.join(ROOT, 'node_modules', 'app-builder-lib', 'scheme.json'), 'utf8')) as object;
const isValid = new Ajv({ strict: false, allErrors: true }).compile(schema);

describe('electron-builder.yml', () => {
  const configuration = readConfiguration();

  it('is what electron-builder’s own schema allows', () => {
    isValid(configuration);
    expect(isValid.errors).toBeNull();
  });

  it.each([
    ['a misspelt word', { ...configuration, electronFuse: {} }],
    ['a misspelt fuse', { ...configuration, electronFuses: { ...configuration.electronFuses, runAsNod: false } }],
    ['a word where a truth value belongs', { ...configuration, npmRebuild: 'no' }],
  ])('would not be with %s', (_, broken) => {
    expect(isValid(broken)).toBe(false);
  });

  it('sets every fuse that lets somebody else’s code in to off, and the checks to on (security §19)', () => {
    expect(configuration.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      grantFileProtocolExtraPrivileges: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    });
  });

  it('names only files that are there', () => {
    const named = [configuration.icon, configuration.mac?.entitlements, configuration.mac?.entitlementsInherit];
    for (const file of named) expect(fs.existsSync(path.join(ROOT, file ?? ''))).toBe(true);
    expect(named).not.toContain(undefined);
  });
});

describe('a trial', () => {
  it('is allowed by the schema, and shares nothing with what a shop gets but the rest of the configuration', () => {
    const shop = readConfiguration();
    const trial = withTrialLoader(shop, '/somewhere/loader');
    isValid(trial);
    expect(isValid.errors).toBeNull();
    expect(trial.directories?.output).not.toBe(shop.directories?.output);
    expect(JSON.stringify(shop)).not.toContain('trial');
    expect(trial.electronFuses).toEqual(shop.electronFuses);
  });
});
