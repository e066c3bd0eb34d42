/** All that a window knows of the till. The renderer imports from here and from nowhere else in src. */
export * from '../catalogue/product.ts';
export { buildCatalogueIndex } from '../catalogue/search.ts';
export type { CatalogueIndex } from '../catalogue/search.ts';
export * from '../money/index.ts';
export { receiptLines } from '../receipt/lines.ts';
export * from '../receipt/receipt.ts';
export * from '../sale/sale.ts';
export { checkEndpoint } from '../protocol/endpoint.ts';
export { isRecommendedSeqrId, isSeqrId, seqrIdFromScan, terminalCode } from '../protocol/seqr-id.ts';
export * from '../text/index.ts';
export * from './channels.ts';
export * from './intents.ts';
export * from './ipc.ts';
export * from './payment-view.ts';
export * from './setup-view.ts';
export * from './shop-rules.ts';
export * from './snapshot.ts';
