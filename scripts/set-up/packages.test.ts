import { describe, expect, it } from 'vitest';
import { matches } from './packages.mjs';

describe('the npm packages', () => {
  const wanted = {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b': { version: '2.0.0', optional: true },
  };

  it('are current when each has the version of package-lock.json', () => {
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } })).toBe(true);
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.1' }, 'node_modules/b': { version: '2.0.0' } })).toBe(false);
    expect(matches(wanted, { 'node_modules/b': { version: '2.0.0' } })).toBe(false);
  });

  it('may lack those for other systems, but not have them old', () => {
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.0' } })).toBe(true);
    expect(matches(wanted, { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } })).toBe(false);
  });
});
