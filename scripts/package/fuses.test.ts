import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from './configuration.ts';
import { fuseProblems } from './fuses.ts';

const WANTED = { runAsNode: false, onlyLoadAppFromAsar: true };
const RIGHT = { [FuseV1Options.RunAsNode]: '0', [FuseV1Options.OnlyLoadAppFromAsar]: '1' };

describe('the fuses of the packed executable', () => {
  it('are right when each stands as the configuration wants it', () => {
    expect(fuseProblems(WANTED, RIGHT)).toEqual([]);
  });

  it.each([
    ['stands otherwise', { ...RIGHT, [FuseV1Options.RunAsNode]: '1' }, 'The fuse runAsNode should be false; the packed executable says 1.'],
    [
      'was removed',
      { ...RIGHT, [FuseV1Options.OnlyLoadAppFromAsar]: 'r' },
      'The fuse onlyLoadAppFromAsar should be true; the packed executable says r.',
    ],
    ['is absent', { [FuseV1Options.RunAsNode]: '0' }, 'The fuse onlyLoadAppFromAsar should be true; the packed executable says nothing.'],
  ])('are a problem when one %s', (_, wire, sentence) => {
    expect(fuseProblems(WANTED, wire)).toEqual([sentence]);
  });

  it('are a problem when none is wanted', () => {
    expect(fuseProblems(undefined, RIGHT)).toHaveLength(1);
  });

  it('can all be read back by the names that the configuration uses', () => {
    expect(fuseProblems(readConfiguration().electronFuses, {}).join(' ')).not.toContain('cannot be read back');
  });
});
