/**
 * SEQR's description with every number, date and Base64 value declared as a string.
 *
 * strong-soap turns what it reads and writes into JavaScript's own types: a decimal 10.10 becomes 10.1, a 17-digit long
 * is rounded, a date without a zone is moved to UTC. As strings they pass through to the last digit, and our own code
 * decides what they mean. Nothing of a schema type shows on the wire, so the server sees no difference.
 */
export function withExactValues(wsdl: string): string {
  return wsdl.replaceAll(/type="xs:(?:decimal|long|int|dateTime|base64Binary)"/g, 'type="xs:string"');
}
