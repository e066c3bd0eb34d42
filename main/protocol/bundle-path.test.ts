import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileInBundle } from './bundle-path.ts';

const BUNDLE = '/opt/kassa/out/renderer';

describe('app://kassa', () => {
  it.each([
    ['/index.html', 'index.html'],
    ['/assets/index-a1B2.js', 'assets/index-a1B2.js'],
    ['/assets/a%20b.css', 'assets/a b.css'],
  ])('%s is a file of the bundle', (pathname, file) => {
    expect(fileInBundle(BUNDLE, pathname)).toBe(join(BUNDLE, file));
  });

  it.each([
    '/',
    '',
    'index.html',
    '/../main/index.js',
    '/assets/../../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%2fmain/index.js',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/..\\main\\index.js',
    '/%5c..%5cmain',
    '/C:/Windows/win.ini',
    '/index.html%00.png',
    '/index.html::$DATA',
    '/%',
    '/%zz',
    '/./index.html',
    '//etc/passwd/..',
  ])('%j is none', (pathname) => {
    expect(fileInBundle(BUNDLE, pathname)).toBeNull();
  });

  it('never names a file outside, whatever is asked', () => {
    const piece = fc.oneof(fc.constantFrom('..', '.', '/', '%2e', '%2f', '%5c', '\\', ':', '%00', '%252e', 'a'), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = fileInBundle(BUNDLE, `/${pieces.join('')}`);
        return file === null || (file.startsWith(`${BUNDLE}/`) && !file.split('/').includes('..'));
      }),
      { numRuns: 2000 },
    );
  });
});
