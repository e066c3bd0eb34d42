import type { Operation } from '../protocol/index.ts';
import { wellFormedProblems, withoutEncoding, xpathStrings } from './xmllint.ts';

/** An answer the till believed: the text it read, and what it read in it. */
export interface Believed {
  /** Plays the case again (campaign.ts). */
  readonly seed: number;
  readonly operation: Operation;
  readonly text: string;
  readonly resultCode: number;
  readonly ersReference: string | null;
  /** Of a payment status; null for any other answer. */
  readonly status: string | null;
  readonly version: number | null;
}

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const SEQR = 'http://external.interfaces.ers.seamless.com/';
const XSI = 'http://www.w3.org/2001/XMLSchema-instance';

const BODIES = `/*[local-name()="Envelope" and namespace-uri()="${SOAP}"]/*[local-name()="Body" and namespace-uri()="${SOAP}"]`;
const ANSWERS = `${BODIES}/*[namespace-uri()="${SEQR}"]`;
const plain = (name: string): string => `*[local-name()="${name}" and (namespace-uri()="" or namespace-uri()="${SEQR}")]`;
const RETURNS = `${ANSWERS}/${plain('return')}`;
const VALUES = ['resultCode', 'status', 'version', 'ersReference'] as const;
const BETWEEN = '\u2020';

/** Everything that makes an answer one, counted and read by libxml2. */
const EXPRESSION = [
  `count(${BODIES})`,
  `count(${BODIES}/*)`,
  `local-name(${ANSWERS})`,
  `count(${RETURNS})`,
  ...VALUES.flatMap((name) => {
    const values = `${RETURNS}/${plain(name)}`;
    const nil = `@*[local-name()="nil" and namespace-uri()="${XSI}" and (normalize-space()="true" or .="1")]`;
    return [`count(${values}[not(*) and not(${nil})])`, `count(${values})`, `string(${values})`];
  }),
].join(`, "${BETWEEN}", `);

function objections(believed: Believed, said: string): readonly string[] {
  const [bodies, children, name, returns, ...values] = said.split(BETWEEN);
  const found = Object.fromEntries(
    VALUES.map((value, i) => [
      value,
      { usable: values[3 * i], all: values[3 * i + 1], text: (values[3 * i + 2] ?? '').replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') },
    ]),
  ) as Record<(typeof VALUES)[number], { readonly usable: string; readonly all: string; readonly text: string }>;
  const once = (value: (typeof VALUES)[number]): boolean => found[value].usable === '1' && found[value].all === '1';
  const isAbsent = found.version.all === '0';
  const rules: readonly (readonly [string, boolean])[] = [
    ['one body', bodies === '1'],
    ['one child of the body', children === '1'],
    ['the answer to the operation', name === `${believed.operation}Response`],
    ['one return', returns === '1'],
    ['one result code', once('resultCode')],
    ['the result code that was read', Number(found.resultCode.text) === believed.resultCode && /^[+-]?\d+$/.test(found.resultCode.text)],
    [
      'the reference that was read',
      believed.ersReference === null || (once('ersReference') && found.ersReference.text === believed.ersReference),
    ],
    ['one status', believed.status === null || once('status')],
    ['the status that was read', believed.status === null || found.status.text === believed.status],
    [
      'no success without a status, or with two versions',
      believed.operation !== 'getPaymentStatus' || believed.resultCode !== 0 || (believed.status !== null && (once('version') || isAbsent)),
    ],
    ['the version that was read', believed.status === null || isAbsent || Number(found.version.text) === believed.version],
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [] : [rule]));
}

/**
 * What libxml2 has against answers the till believed: not well-formed, not to this operation, a code or status that is not
 * there exactly once, or another value than was read. Empty when it agrees with everything.
 */
export async function judge(all: readonly Believed[]): Promise<readonly string[]> {
  const texts = all.map(({ text }) => withoutEncoding(text));
  const broken = await wellFormedProblems(texts);
  const sound = all.flatMap((believed, i) => (broken[i] === null ? [{ believed, text: texts[i] ?? '' }] : []));
  const said = await xpathStrings(
    EXPRESSION,
    sound.map(({ text }) => text),
  );
  return [
    ...broken.flatMap((problem, i) =>
      problem === null ? [] : [`seed ${all[i]?.seed ?? ''}: not well-formed: ${problem}\n${all[i]?.text ?? ''}`],
    ),
    ...sound.flatMap(({ believed }, i) => {
      const against = objections(believed, said[i] ?? '');
      return against.length === 0
        ? []
        : [`seed ${believed.seed}: not there: ${against.join(', ')}\n${JSON.stringify(said[i])}\n${believed.text}`];
    }),
  ];
}
