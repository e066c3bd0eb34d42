/** What SEQR is told beside each call (PF-19), as templates: `{id}` the payment's id, `{version}` Kassa's, `{shop}` the shop's name. */
export interface WireForm {
  readonly clientId: string;
  readonly clientReferenceTemplate: string;
}

/**
 * SEQR's interface text wants the software as `clientId` and another `clientReference` for every call; its certification
 * sheet wants the company, and the till with its version (protocol §12, §15.2). The id stays in both, so that a payment can
 * be found again.
 */
export const WIRE_FORMS = {
  api: { clientId: 'Kassa {version}', clientReferenceTemplate: '{id}' },
  certification: { clientId: '{shop}', clientReferenceTemplate: 'Kassa {version} {id}' },
} as const satisfies Readonly<Record<string, WireForm>>;
export type WireFormName = keyof typeof WIRE_FORMS;

/** Which of the two forms this is; `own` if neither. */
export function wireFormOf({ clientId, clientReferenceTemplate }: WireForm): WireFormName | 'own' {
  const names: readonly WireFormName[] = ['api', 'certification'];
  const same = names.find(
    (name) => WIRE_FORMS[name].clientId === clientId && WIRE_FORMS[name].clientReferenceTemplate === clientReferenceTemplate,
  );
  return same ?? 'own';
}

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
