import type { CallContext } from '../../src/protocol/index.ts';

/** The part of strong-soap that its README starts with. */
interface PlainClient {
  readonly getPaymentStatus: (
    args: object,
  ) => Promise<{ readonly result: { readonly return?: { readonly status?: string } } | null | undefined }>;
}
interface PlainSoap {
  readonly createClient: (url: string, options: object, done: (error: Error | null, client: PlainClient) => void) => void;
}

/** The baseline: a status call as somebody makes it who takes strong-soap as it comes. */
export async function plainStatusCall(
  soapUrl: string,
  { credentials, clientReference }: CallContext,
  invoiceReference: string,
): Promise<() => Promise<void>> {
  const { soap } = (await import('strong-soap')) as unknown as { readonly soap: PlainSoap };
  const client = await new Promise<PlainClient>((resolve, reject) => {
    soap.createClient(`${soapUrl}?wsdl`, {}, (error, created) => (error === null ? resolve(created) : reject(error)));
  });
  const { type, id, password } = credentials;
  const args = {
    context: {
      channel: 'ClientWS',
      clientId: 'Kassa bench',
      clientReference,
      clientRequestTimeout: '0',
      initiatorPrincipalId: { id, type },
      password,
    },
    invoiceReference,
    invoiceVersion: '0',
  };
  return async () => {
    const { result } = await client.getPaymentStatus(args);
    if (result?.return?.status !== 'ISSUED') throw new Error('strong-soap was answered something else');
  };
}
