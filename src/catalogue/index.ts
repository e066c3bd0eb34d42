export * from './check-product.ts';
export * from './ean.ts';
export * from './parse-catalogue.ts';
export * from './product.ts';
export * from './scan.ts';
export * from './search.ts';
export * from './unit.ts';
export * from './vat-rates.ts';
