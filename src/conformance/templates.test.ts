import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CallContext } from '../protocol/index.ts';
import { cancelInvoiceArgs, contextArgs, getPaymentStatusArgs } from '../seqr/request.ts';
import { createSecrets } from '../seqr/secrets.ts';
import { loadCodec } from '../seqr/soap-codec.ts';
import type { SoapCodec, SoapObject } from '../seqr/soap-codec.ts';
import { fromTemplates, TEMPLATED_OPERATIONS, valuesByPath } from '../seqr/template.ts';
import { WSDL_PATH } from '../seqr/testing/till.ts';
import { templatesModule, writeTemplates } from '../seqr/write-templates.ts';
import { WRITTEN_TEMPLATES } from '../seqr/written-templates.ts';
import { parseRequest } from '../simulator/testing/index.ts';
import { anyInt, anyText } from './values.ts';
import { schemaProblems } from './xmllint.ts';

const RUNS = 400;
const SEED = 20261127;

/** What undoes a careless filling: patterns of a replacement, slots of the template, the placeholders of passwords. */
const TRICKS = [
  '$&',
  '$1',
  '$$',
  "$'",
  '$`',
  '$<path>',
  '{context.password}',
  '{invoiceReference}',
  '{',
  '}',
  'sealed--0',
  '"\'&<>',
  ']]>',
  'a\rb',
  '\u{1f34c}$&\u{10ffff}',
];
const text = fc.oneof(
  anyText,
  fc.array(fc.constantFrom(...TRICKS), { maxLength: 4 }).map((parts) => parts.join('')),
);

/** Everything that a call is made from: who asks, which decides the members, and each value. */
const call = fc.record({
  credentials: fc.oneof(
    fc.record({ type: fc.constant('TERMINALID' as const), id: text, password: text }),
    fc.record({ type: fc.constant('RESELLERUSER' as const), id: text, userId: text, password: text }),
  ),
  clientReference: text,
  clientId: text,
  reference: text,
  version: anyInt,
});
type AnyCall = typeof call extends fc.Arbitrary<infer Value> ? Value : never;

const ARGS = {
  getPaymentStatus: (context: SoapObject, { reference, version }: AnyCall) => getPaymentStatusArgs(context, reference, version),
  cancelInvoice: (context: SoapObject, { reference }: AnyCall) => cancelInvoiceArgs(context, reference),
} as const;

function argsOf(operation: keyof typeof ARGS, made: AnyCall, secrets = createSecrets('')): SoapObject {
  const context: CallContext = { credentials: made.credentials, clientReference: made.clientReference };
  return ARGS[operation](contextArgs(context, made.clientId, secrets), made);
}

describe('the messages written beforehand', () => {
  let strongSoap: SoapCodec;
  beforeAll(async () => {
    strongSoap = await loadCodec(WSDL_PATH);
  });

  it('are what strong-soap writes now; `npm run templates` writes them anew', async () => {
    expect(WRITTEN_TEMPLATES).toEqual(await writeTemplates(WSDL_PATH));
    const file = fileURLToPath(new URL('../seqr/written-templates.ts', import.meta.url));
    expect(readFileSync(file, 'utf8')).toBe(await templatesModule(WSDL_PATH));
  });

  describe.each(TEMPLATED_OPERATIONS)('of %s', (operation) => {
    it('are, filled, to the letter what strong-soap writes, headers included, whatever the values are', () => {
      const shapes = new Set<string>();
      fc.assert(
        fc.property(call, (made) => {
          const args = argsOf(operation, made);
          shapes.add(
            valuesByPath(args)
              .map(([path]) => path)
              .join(),
          );
          expect(fromTemplates(WRITTEN_TEMPLATES, operation, args)).toEqual(strongSoap.encode(operation, args));
        }),
        { numRuns: RUNS, seed: SEED },
      );
      expect(shapes.size, 'every set of members was tried').toBe(WRITTEN_TEMPLATES[operation].length);
    });

    it('are valid by the schema of the service, and carry each value and each password exactly', async () => {
      const sent = fc.sample(call, { numRuns: RUNS, seed: SEED }).map((made) => {
        const secrets = createSecrets('nonce');
        const args = argsOf(operation, made, secrets);
        const filled = fromTemplates(WRITTEN_TEMPLATES, operation, args);
        return { body: secrets.reveal(filled?.xml ?? ''), byStrongSoap: secrets.reveal(strongSoap.encode(operation, args).xml) };
      });
      for (const { body, byStrongSoap } of sent) {
        const read = parseRequest(body);
        expect(read.ok).toBe(true);
        expect(read).toEqual(parseRequest(byStrongSoap));
      }
      expect((await schemaProblems(sent.map(({ body }) => body))).filter((problem) => problem !== null)).toEqual([]);
    });

    it.each(['\u0000', '\u001b', '\ufffe', 'half \ud83c'])(
      'refuse what XML cannot hold (%j), of which strong-soap lets some through',
      (bad) => {
        const [made] = fc.sample(call, { numRuns: 1, seed: SEED });
        if (!made) throw new Error('no sample');
        const args = { ...argsOf(operation, made), invoiceReference: bad };
        expect(() => fromTemplates(WRITTEN_TEMPLATES, operation, args)).toThrow(RangeError);
      },
    );

    it('are not used for arguments with another set of members', () => {
      const [made] = fc.sample(call, { numRuns: 1, seed: SEED });
      if (!made) throw new Error('no sample');
      const { invoiceReference, ...rest } = argsOf(operation, made);
      expect(invoiceReference).toBeTypeOf('string');
      expect(fromTemplates(WRITTEN_TEMPLATES, operation, rest)).toBeNull();
      expect(fromTemplates(WRITTEN_TEMPLATES, operation, { ...rest, invoiceReference: 'x', more: 'x' })).toBeNull();
      expect(fromTemplates(WRITTEN_TEMPLATES, operation, { ...rest, invoiceReference: { context: 'x' } })).toBeNull();
    });
  });

  it('are there for no other operation', () => {
    expect(fromTemplates(WRITTEN_TEMPLATES, 'benchmarkingNop', {})).toBeNull();
  });
});
