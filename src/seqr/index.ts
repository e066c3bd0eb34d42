/*
 * SEQR over SOAP, behind the interface that src/protocol owns.
 *
 * One call, in the order of its files: operations (which call, which values) → request (arguments) → template (a message
 * that strong-soap wrote beforehand is filled), for most operations soap-codec (strong-soap encodes) → secrets (passwords go
 * in) → http, over one of connections (guarded transport) → xml → envelope → values, payment-status, report → read-answer
 * (strict reading) → call (one Answer, one line of log).
 *
 * To add an operation: its method in src/protocol/service.ts, its entry in operations.ts. Nothing else changes.
 */
export { createSeqrConnector } from './connector.ts';
export type { SeqrConnectorOptions, SoapSeqrConnector } from './connector.ts';
export type { Exchange } from './exchange.ts';
export { readReportXml } from './report-xml.ts';
