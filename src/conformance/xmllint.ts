import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WSDL_PATH } from '../seqr/testing/till.ts';

/*
 * libxml2 as the judge of what goes over the socket: it shares no line with the till's parser nor the simulator's.
 * One process for many documents, so that a thousand of them take a second.
 */

const XS = 'http://www.w3.org/2001/XMLSchema';
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const SEQR = 'http://external.interfaces.ers.seamless.com/';

/** SOAP 1.1 as far as SEQR speaks it: an empty header or none, and a body with one message of SEQR's schema or a fault. */
const ENVELOPE_SCHEMA = `<xs:schema xmlns:xs="${XS}" targetNamespace="${SOAP}" elementFormDefault="qualified">
  <xs:import namespace="${SEQR}" schemaLocation="seqr.xsd"/>
  <xs:element name="Envelope"><xs:complexType><xs:sequence>
    <xs:element name="Header" minOccurs="0"><xs:complexType/></xs:element>
    <xs:element name="Body"><xs:complexType><xs:choice>
      <xs:any namespace="${SEQR}" processContents="strict"/>
      <xs:element name="Fault"><xs:complexType><xs:sequence>
        <xs:element name="faultcode" type="xs:QName" form="unqualified"/>
        <xs:element name="faultstring" type="xs:string" form="unqualified"/>
      </xs:sequence></xs:complexType></xs:element>
    </xs:choice></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>
</xs:schema>`;

/** The schema inside SEQR's description, as a document of its own. */
async function seqrSchema(): Promise<string> {
  const [schema] = /<xs:schema[\s\S]*<\/xs:schema>/.exec(await readFile(WSDL_PATH, 'utf8')) ?? [];
  if (schema === undefined) throw new Error('no schema in the description');
  return schema.replace('<xs:schema', `<xs:schema xmlns:xs="${XS}" xmlns:tns="${SEQR}"`);
}

/** Lays the documents out as `0.xml`, `1.xml` … beside the schemas, runs xmllint over all of them, and cleans up. */
async function run(
  options: readonly string[],
  documents: readonly (string | Buffer)[],
): Promise<{ readonly out: string; readonly errors: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'xmllint-'));
  try {
    await writeFile(join(folder, 'seqr.xsd'), await seqrSchema());
    await writeFile(join(folder, 'envelope.xsd'), ENVELOPE_SCHEMA);
    await Promise.all(documents.map((document, i) => writeFile(join(folder, `${i}.xml`), document)));
    return await new Promise((resolve, reject) => {
      const child = spawn('xmllint', ['--nonet', ...options, ...documents.map((_, i) => `${i}.xml`)], { cwd: folder });
      const [out, errors]: [Buffer[], Buffer[]] = [[], []];
      child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
      child.on('error', reject);
      child.on('close', () => resolve({ out: Buffer.concat(out).toString(), errors: Buffer.concat(errors).toString() }));
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * What is wrong with each document by the schema of the service (or by XML itself); null for one that is valid. A
 * document counts as valid only if xmllint says so of it by name.
 */
export async function schemaProblems(documents: readonly (string | Buffer)[]): Promise<readonly (string | null)[]> {
  if (documents.length === 0) return [];
  const { errors } = await run(['--noout', '--schema', 'envelope.xsd'], documents);
  const said = Map.groupBy(errors.split('\n'), (line) => /^(\d+)\.xml/.exec(line)?.[1] ?? '');
  return documents.map((_, i) => {
    const lines = said.get(String(i)) ?? [];
    return lines.includes(`${i}.xml validates`) ? null : lines.join('\n') || `xmllint said nothing of ${i}.xml`;
  });
}

/**
 * What is wrong with each document by XML and its namespaces alone; null for one that is well-formed. That a namespace is
 * no URI is libxml2's own wish: to everybody else it is a name.
 */
export async function wellFormedProblems(documents: readonly (string | Buffer)[]): Promise<readonly (string | null)[]> {
  if (documents.length === 0) return [];
  const { errors } = await run(['--noout'], documents);
  const lines = errors.split('\n').filter((line) => !line.endsWith('is not a valid URI'));
  const said = Map.groupBy(lines, (line) => /^(\d+)\.xml:\d+: (?:\w+ )?error/.exec(line)?.[1] ?? '');
  return documents.map((_, i) => said.get(String(i))?.join('\n') ?? null);
}

/** The string value of an XPath expression in each document; all of them have to be well-formed. */
export async function xpathStrings(expression: string, documents: readonly (string | Buffer)[]): Promise<readonly string[]> {
  if (documents.length === 0) return [];
  const mark = '\u2021';
  const { out } = await run(['--xpath', `concat(${expression}, "${mark}")`], documents);
  const values = out.split(`${mark}\n`).slice(0, -1);
  if (values.length !== documents.length) throw new Error(`xmllint read ${values.length} of ${documents.length} documents`);
  return values;
}

/** The text without the encoding it says it had: it is UTF-8 by the time it is judged. */
export function withoutEncoding(text: string): string {
  return text.replace(/^(\ufeff?<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/, '$1');
}
