import { describe, expect, it } from 'vitest';
import { shippedOnly } from './sbom.ts';

const component = (name: string): { 'bom-ref': string; name: string; version: string; scope: string } => ({
  'bom-ref': `${name}@1.0.0`,
  name,
  version: '1.0.0',
  scope: 'optional',
});
const bom = {
  bomFormat: 'CycloneDX',
  components: [component('react'), component('vitest'), component('electron')],
  dependencies: [
    { ref: 'kassa@0.1.0', dependsOn: ['react@1.0.0', 'vitest@1.0.0', 'electron@1.0.0'] },
    { ref: 'react@1.0.0', dependsOn: [] },
    { ref: 'vitest@1.0.0', dependsOn: ['react@1.0.0'] },
  ],
};
const react = { name: 'react', version: '1.0.0' };

describe('the list of what the package holds', () => {
  const list = shippedOnly(bom, [react], '45.0.0');

  it('has what is shipped, as required, with the Electron that was packed', () => {
    expect(list.components).toMatchObject([
      { name: 'react', scope: 'required' },
      { name: 'electron', version: '45.0.0' },
    ]);
    expect(list).toMatchObject({ bomFormat: 'CycloneDX' });
  });

  it('has no arrow to what is not in it', () => {
    expect(list.dependencies).toEqual([
      { ref: 'kassa@0.1.0', dependsOn: ['react@1.0.0', 'electron@45.0.0'] },
      { ref: 'react@1.0.0', dependsOn: [] },
    ]);
  });

  it('is not made when npm does not know something that is shipped', () => {
    expect(() => shippedOnly(bom, [react, { name: 'zod', version: '4.0.0' }], '45.0.0')).toThrow('zod@4.0.0');
  });
});
