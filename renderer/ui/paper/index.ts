export * from './barcode.tsx';
export * from './close-paper.tsx';
export * from './paper-lines.tsx';
export * from './receipt-paper.tsx';
export * from './sticker.tsx';
