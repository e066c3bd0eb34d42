export * from './barcode.tsx';
export * from './receipt-paper.tsx';
export * from './sticker.tsx';
