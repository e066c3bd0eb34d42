/** At most so many characters go on the wire as `clientReference` (protocol §1). */
const REFERENCE_LENGTH = 32;

function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (hole, name: string) => words[name] ?? hole);
}

/** `clientReference` from the owner's template (PF-19). The id stays even if the rest has to give way. */
export function clientReference(template: string, words: { readonly id: string; readonly version: string }): string {
  const filled = fill(template, words);
  return filled.length <= REFERENCE_LENGTH && filled.trim() !== '' ? filled : words.id;
}

/** Whether a payment can be found by what this template makes of its id. */
export function isReferenceTemplate(template: string, words: { readonly id: string; readonly version: string }): boolean {
  return template.includes('{id}') && fill(template, words).length <= REFERENCE_LENGTH;
}

/** `clientId` from the owner's template; never empty, which SEQR may refuse. */
export function clientId(template: string, words: { readonly version: string; readonly shop: string }): string {
  const filled = fill(template, words).trim();
  return filled === '' ? `Kassa ${words.version}` : filled;
}
