import type { CertifyOptions } from './run-options.ts';

/** `software`: its name and version. */
export function clientIdOf(options: Pick<CertifyOptions, 'clientId'>, software: string): string {
  return options.clientId ?? software;
}

/** The `clientReference` of one call; `unique` is used where each call has its own. */
export function clientReferenceOf(
  options: Pick<CertifyOptions, 'clientIds' | 'clientReference'>,
  software: string,
  unique: string,
): string {
  return options.clientReference ?? (options.clientIds === 'certification' ? software : unique);
}

/** What the run has learned about the rest. */
export interface Learned {
  readonly refund: { readonly isOwnReference: boolean } | null;
}

/** What was done where the sources differ, and how to do the other. */
export function tellForms(options: CertifyOptions, software: string, learned: Learned): string {
  const isReseller = options.unregisterAs === 'reseller';
  const isSheet = options.clientIds === 'certification';
  const isVersion = options.acknowledge === 'version';
  const reference = clientReferenceOf(options, software, '');
  const rows: readonly (readonly [what: string, done: string, other: string])[] = [
    isReseller
      ? ['unregisterTerminal', 'as the reseller (sheet)', 'as the terminal (interface text): --unregister-as terminal']
      : ['unregisterTerminal', 'as the terminal (interface text)', 'as the reseller (sheet): --unregister-as reseller'],
    isSheet
      ? ['clientId', `"${clientIdOf(options, software)}", the company (sheet)`, 'software and version (interface text): --client-ids api']
      : [
          'clientId',
          `"${clientIdOf(options, software)}" (interface text: software and version)`,
          'the company (sheet): --client-ids certification',
        ],
    [
      'clientReference',
      reference === '' ? 'another for every call (interface text)' : `"${reference}" for every call (sheet: the till and its version)`,
      isSheet ? 'another for every call: --client-ids api' : 'the till and its version: --client-ids certification',
    ],
    isVersion
      ? ['acknowledgement', 'a read that sends the version of PAID back', 'the read that answers PAID alone: --acknowledge query']
      : ['acknowledgement', 'the read that answered PAID', 'one more that sends its version back: --acknowledge version'],
    ['submitPaymentReceipt', 'mimeType Base64, HTML (sheet)', 'ARTS XML (interface text): the till sends the same as this run'],
  ];
  const refund: typeof rows =
    learned.refund === null
      ? []
      : [
          [
            'refundPayment',
            learned.refund.isOwnReference ? 'answered with a reference of its own' : "answered with the payment's reference",
            'the interface text says both',
          ],
        ];
  const all = [...rows, ...refund];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const lines = all.map(([what, done, other]) => `  ${what.padEnd(widths[0] ?? 0)}  ${done.padEnd(widths[1] ?? 0)}  · otherwise: ${other}`);
  return ["Where SEQR's sources differ, this run did:", ...lines].join('\n');
}
