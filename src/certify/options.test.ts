import { describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';

const FLAGS = [
  '--endpoint',
  'https://pay.example.com/soap',
  '--reseller',
  'shop',
  '--user',
  '9900',
  '--password',
  'pw',
  '--seqr-id',
  '0046',
];
const without = (name: string): readonly string[] => FLAGS.filter((_, i) => FLAGS[i] !== name && FLAGS[i - 1] !== name);

describe('the flags of npm run certify', () => {
  it('reads them, with or without a leading --', () => {
    expect(parseOptions(['--', ...FLAGS, '--json', '--phone', 'http://127.0.0.1:8080/phone'])).toEqual({
      kind: 'run',
      options: {
        endpoint: 'https://pay.example.com/soap',
        resellerId: 'shop',
        userId: '9900',
        password: 'pw',
        seqrId: '0046',
        phoneUrl: 'http://127.0.0.1:8080',
        isJson: true,
        title: 'Kassa certification',
        currency: 'SEK',
        clientIds: 'api',
        clientId: null,
        clientReference: null,
        unregisterAs: 'terminal',
        acknowledge: 'query',
      },
    });
    expect(parseOptions(FLAGS)).toMatchObject({ kind: 'run', options: { phoneUrl: null, isJson: false } });
    const sheet = [
      ...FLAGS,
      '--client-ids',
      'certification',
      '--client-id',
      'Bageri AB',
      '--unregister-as',
      'reseller',
      '--acknowledge',
      'version',
    ];
    expect(parseOptions(sheet)).toMatchObject({
      options: { clientIds: 'certification', clientId: 'Bageri AB', unregisterAs: 'reseller', acknowledge: 'version' },
    });
    expect(parseOptions(['--help'])).toEqual({ kind: 'help' });
  });

  it.each([
    [without('--endpoint'), '--endpoint is needed: say --endpoint VALUE.'],
    [without('--reseller'), '--reseller is needed: say --reseller VALUE.'],
    [without('--user'), '--user is needed: say --user VALUE.'],
    [without('--password'), '--password is needed: say --password VALUE.'],
    [without('--seqr-id'), '--seqr-id is needed: say --seqr-id VALUE.'],
    [
      [...FLAGS, '--endpoint', 'http://pay.example.com/'],
      '--endpoint must begin with https://: over http anybody on the way could read the password.',
    ],
    [
      [...FLAGS, '--endpoint', 'nonsense'],
      '--endpoint must be a whole address, such as https://extdev.seqr.com/soap/merchant/cashregister-2.',
    ],
    [[...FLAGS, '--seqr-id', 'a-b'], '--seqr-id must be up to 40 letters and digits.'],
    [[...FLAGS, '--currency', 'JPY'], '--currency must be one of SEK, EUR, NOK, DKK, USD, GBP, RON, THB, PLN, CHF.'],
    [[...FLAGS, '--phone', 'here'], "--phone must be the simulator's address, such as http://127.0.0.1:8080."],
    [[...FLAGS, '--unregister-as', 'me'], '--unregister-as must be terminal or reseller.'],
    [[...FLAGS, '--client-ids', 'certification'], "--client-ids certification needs the company's name: say --client-id NAME."],
    [[...FLAGS, '--client-reference', 'x'.repeat(33)], '--client-reference must have 1 to 32 characters.'],
  ])('says in a sentence what is wrong: %#', (args, message) => {
    expect(parseOptions(args)).toEqual({ kind: 'wrong', message });
  });

  it.each([[[...FLAGS, '--nonsense']], [[...FLAGS, 'stray']], [['--json=maybe', ...FLAGS]]])(
    'refuses flags it does not know: %#',
    (args) => {
      expect(parseOptions(args)).toMatchObject({ kind: 'wrong', message: expect.stringMatching(/\w/) as string });
    },
  );
});
