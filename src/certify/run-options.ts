import type { Currency } from '../money/index.ts';

/*
 * Where SEQR's interface text and its certification sheet ask for different things (protocol §15), a run takes one form and
 * says so. Both can be chosen.
 */

/** The interface text's samples unregister as the terminal; the sheet says "using the RESELLERUSER type". */
export const UNREGISTER_FORMS = ['terminal', 'reseller'] as const;
export type UnregisterForm = (typeof UNREGISTER_FORMS)[number];

/**
 * `api`: clientId is the software and its version, clientReference another for every call. `certification`: clientId is the
 * company's name, clientReference the till's name and version.
 */
export const CLIENT_ID_FORMS = ['api', 'certification'] as const;
export type ClientIdForm = (typeof CLIENT_ID_FORMS)[number];

/** What tells SEQR that the till knows of a payment: the read that answered PAID, or one more that sends its version back. */
export const ACKNOWLEDGE_FORMS = ['query', 'version'] as const;
export type AcknowledgeForm = (typeof ACKNOWLEDGE_FORMS)[number];

/** What a run needs to know. */
export interface CertifyOptions {
  readonly endpoint: string;
  readonly resellerId: string;
  readonly userId: string;
  readonly password: string;
  readonly seqrId: string;
  /** The simulator whose phone pays; null if a person does. */
  readonly phoneUrl: string | null;
  readonly isJson: boolean;
  readonly title: string;
  readonly currency: Currency;
  readonly clientIds: ClientIdForm;
  /** Instead of the software's name and version; with `certification` always there. */
  readonly clientId: string | null;
  /** One for every call, whatever the form says. At most 32 characters. */
  readonly clientReference: string | null;
  readonly unregisterAs: UnregisterForm;
  readonly acknowledge: AcknowledgeForm;
}
