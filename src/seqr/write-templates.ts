import type { CallContext, Credentials } from '../protocol/index.ts';
import { cancelInvoiceArgs, contextArgs, getPaymentStatusArgs } from './request.ts';
import { createSecrets } from './secrets.ts';
import { loadCodec } from './soap-codec.ts';
import type { SoapObject } from './soap-codec.ts';
import { slot, TEMPLATED_OPERATIONS } from './template.ts';
import type { Template, Templates } from './template.ts';

/*
 * Lets strong-soap write the templates of template.ts. Used when the application is built, by `npm run templates` and by
 * the tests; nothing of it is part of the application.
 */

/** Everybody who may ask. Who it is decides which members a context has. */
const ASKING: readonly Credentials[] = [
  { type: 'TERMINALID', id: 'id', password: 'password' },
  { type: 'RESELLERUSER', id: 'id', userId: 'userId', password: 'password' },
];

/** The arguments as a call builds them: no lists. Their members count, their values become slots. */
const SHAPES: { readonly [Name in keyof Templates]: (context: SoapObject) => SoapObject } = {
  getPaymentStatus: (context) => getPaymentStatusArgs(context, 'reference', 0),
  cancelInvoice: (context) => cancelInvoiceArgs(context, 'reference'),
};

function withSlots(args: SoapObject, above = ''): SoapObject {
  const members = Object.entries(args).map(([element, value]) => {
    const path = `${above}${element}`;
    return [element, typeof value === 'string' ? slot(path) : withSlots(value as SoapObject, `${path}.`)] as const;
  });
  return Object.fromEntries(members);
}

/** @param wsdlPath the description of the service, as a file. Rejects if it cannot be used. */
export async function writeTemplates(wsdlPath: string): Promise<Templates> {
  const codec = await loadCodec(wsdlPath);
  const written = TEMPLATED_OPERATIONS.map((operation): readonly [string, readonly Template[]] => [
    operation,
    ASKING.map((credentials) => {
      const context: CallContext = { credentials, clientReference: 'reference' };
      return codec.encode(operation, withSlots(SHAPES[operation](contextArgs(context, 'clientId', createSecrets('')))));
    }),
  ]);
  return Object.fromEntries(written) as Templates;
}

/** The text of `written-templates.ts`, as strong-soap writes it now. */
export async function templatesModule(wsdlPath: string): Promise<string> {
  const templates = JSON.stringify(await writeTemplates(wsdlPath), null, 2);
  return `/* Written by strong-soap: see write-templates.ts. A build writes it anew for itself; \`npm run templates\` writes this file. */
import type { Templates } from './template.ts';

export const WRITTEN_TEMPLATES: Templates = ${templates};
`;
}
