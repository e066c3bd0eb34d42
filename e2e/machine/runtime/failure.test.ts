import { describe, expect, it } from 'vitest';
import { reasonOf } from './failure.ts';

const fetchFailed = (code: string, message: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(message), { code }) });

describe('the reason why a download failed', () => {
  it('is the innermost, in words', () => {
    expect(reasonOf(fetchFailed('ENOTFOUND', 'getaddrinfo ENOTFOUND example.test'))).toBe(
      'its server is not known here, so there is no network or no name server: getaddrinfo ENOTFOUND example.test',
    );
    expect(reasonOf(fetchFailed('ECONNREFUSED', 'connect ECONNREFUSED 127.0.0.1:1'))).toMatch(/^nothing answers/);
  });

  it("names what to do about a company's own certificate", () => {
    expect(reasonOf(fetchFailed('SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate'))).toContain('NODE_EXTRA_CA_CERTS');
  });

  it('is otherwise what the error says, in one line without a full stop', () => {
    expect(reasonOf(new Error('Response code 404 (Not Found) for http://x.\nstack'))).toBe('Response code 404 (Not Found) for http://x');
    expect(reasonOf('odd')).toBe('odd');
  });
});
