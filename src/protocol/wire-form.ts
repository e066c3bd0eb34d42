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
