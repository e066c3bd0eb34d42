import { describe, expect, it } from 'vitest';
import { redact, redactText } from './redact.ts';

describe('the log', () => {
  it.each([
    ['<password>hush</password>'],
    ['<soap:password xmlns="x">hush</soap:password>'],
    ['{"password":"hush"}'],
    ['password=hush&x=1'],
    ['PIN: hush'],
    ['stored safe:v1:hushhush'],
  ])('masks the secret in %s', (text) => {
    expect(redactText(text)).not.toContain('hush');
  });

  it.each(['password', 'resellerPassword', 'pin', 'pinAgain', 'sealedPassword', 'secrets', 'Authorization'])(
    'masks the field %s, however deep',
    (key) => {
      expect(JSON.stringify(redact({ a: [{ [key]: 'hush' }] }))).not.toContain('hush');
    },
  );

  it('leaves what helps: references, codes, times', () => {
    const line = { operation: 'sendInvoice', correlationId: 'K7Q2', resultCode: 0, tookMs: 12, shipping: 'x' };
    expect(redact(line)).toEqual(line);
  });

  it('masks what an error carries', () => {
    expect(redact(new Error('refused <password>hush</password>'))).not.toContain('hush');
  });

  it('is bounded', () => {
    const endless: Record<string, unknown> = {};
    endless.self = endless;
    expect(JSON.stringify(redact(endless)).length).toBeLessThan(200);
    expect(redactText('x'.repeat(100_000)).length).toBeLessThan(5_000);
  });
});
