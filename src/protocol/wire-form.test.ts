import { describe, expect, it } from 'vitest';
import { clientId, clientReference, isReferenceTemplate, WIRE_FORMS, wireFormOf } from './wire-form.ts';

const words = { id: 'K7Q2M4PX', version: '0.1.0', shop: 'Bageri AB' };

describe('what goes with every call', () => {
  it('as the interface text asks: the software, and another reference each time', () => {
    expect(clientId(WIRE_FORMS.api.clientId, words)).toBe('Kassa 0.1.0');
    expect(clientReference(WIRE_FORMS.api.clientReferenceTemplate, words)).toBe('K7Q2M4PX');
  });

  it('as the certification sheet asks: the company, and the till with its version', () => {
    expect(clientId(WIRE_FORMS.certification.clientId, words)).toBe('Bageri AB');
    expect(clientReference(WIRE_FORMS.certification.clientReferenceTemplate, words)).toBe('Kassa 0.1.0 K7Q2M4PX');
  });

  it('never sends more than 32 characters, nor nothing: then the id alone', () => {
    expect(clientReference('A very long name of a till {version} {id}', words)).toBe('K7Q2M4PX');
    expect(clientReference('', words)).toBe('K7Q2M4PX');
    expect(clientId('{shop}', { ...words, shop: ' ' })).toBe('Kassa 0.1.0');
  });

  it('a template keeps the id, and fits', () => {
    expect(isReferenceTemplate('Till {id}', words)).toBe(true);
    expect(isReferenceTemplate('Till', words)).toBe(false);
    expect(isReferenceTemplate('A very long name of a till {id}', words)).toBe(false);
  });

  it('knows its two forms again', () => {
    expect(wireFormOf(WIRE_FORMS.api)).toBe('api');
    expect(wireFormOf({ ...WIRE_FORMS.certification })).toBe('certification');
    expect(wireFormOf({ ...WIRE_FORMS.api, clientId: 'Mine' })).toBe('own');
  });
});
