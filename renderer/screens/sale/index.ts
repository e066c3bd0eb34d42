export { SaleScreen } from './sale-screen.tsx';
export { pressEntryKey } from './entry-store.ts';
export { scanProduct } from './sale-intents.ts';
