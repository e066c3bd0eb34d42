import { describe, expect, it } from 'vitest';
import { BUNDLE_POLICY, PHONE_POLICY, securityHeaders } from './content-security.ts';
import { contentType } from './content-type.ts';

describe('headers of our pages', () => {
  it('carry the policy of security §7, to the letter', () => {
    expect(BUNDLE_POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('let the phone ask its own host, and nothing be loaded from elsewhere', () => {
    expect(PHONE_POLICY).toContain("connect-src 'self'");
    for (const policy of [BUNDLE_POLICY, PHONE_POLICY]) expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('forbid guessing of types', () => {
    expect(securityHeaders(BUNDLE_POLICY)).toMatchObject({ 'X-Content-Type-Options': 'nosniff' });
  });

  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['a.JS', 'text/javascript; charset=utf-8'],
    ['inter.woff2', 'font/woff2'],
    ['secret.key', null],
    ['noending', null],
  ])('%s is served as %s', (file, type) => {
    expect(contentType(file)).toBe(type);
  });
});
